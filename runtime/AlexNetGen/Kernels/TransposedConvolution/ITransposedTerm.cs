using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>What one tap adds to an output.</summary>
internal unsafe interface ITransposedTerm
{
    /// <summary>Whether what is read are inputs, to be multiplied by the tap's weights; else it is products.</summary>
    static abstract bool IsWeighted { get; }

    /// <summary>Adds a vector of channels.</summary>
    static abstract TVector Add<TLanes, TVector>(TVector sum, float* values, float* weights)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>Adds some lanes of one.</summary>
    static abstract TVector Add<TLanes, TVector>(TVector sum, float* values, float* weights, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>A product that is there already.</summary>
internal readonly unsafe struct ProductTerm : ITransposedTerm
{
    public static bool IsWeighted => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TLanes, TVector>(TVector sum, float* values, float* weights)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(sum, TLanes.Load(values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TLanes, TVector>(TVector sum, float* values, float* weights, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(sum, TLanes.Load(values, mask));
}

/// <summary>Depthwise: an input of the same channel, times the tap's weight.</summary>
internal readonly unsafe struct WeightedTerm : ITransposedTerm
{
    public static bool IsWeighted => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TLanes, TVector>(TVector sum, float* values, float* weights)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.MultiplyAdd(TLanes.Load(values), TLanes.Load(weights), sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TLanes, TVector>(TVector sum, float* values, float* weights, TVector mask)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.MultiplyAdd(TLanes.Load(values, mask), TLanes.Load(weights, mask), sum);
}
