using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// How the weights at a point are read, so that one tile computes with those that are stored as they are used, and with
/// those that a few additions make of what is stored.
/// </summary>
internal unsafe interface IPointWeights
{
    /// <summary>Stored values between a weight of one input channel and that of the next.</summary>
    static abstract int Stride { get; }

    /// <summary>Reads a vector of weights.</summary>
    /// <param name="weight">The first part.</param>
    /// <param name="part">Floats from one part to the next.</param>
    static abstract TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>Weights as they are used.</summary>
internal readonly unsafe struct WholeWeights : IPointWeights
{
    public static int Stride => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load(weight);
}
