using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Weights as they lie in memory, so that a kernel is written once for all ways to store them.</summary>
internal unsafe interface IStoredElements
{
    /// <summary>The bytes of one weight.</summary>
    static abstract int Bytes { get; }

    /// <summary>Whether a sum must be multiplied by the factor of its output.</summary>
    static abstract bool IsScaled { get; }

    /// <summary>Reads a vector of weights.</summary>
    static abstract TVector Load<TLanes, TVector>(byte* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>32-bit floats.</summary>
internal readonly unsafe struct Float32Elements : IStoredElements
{
    public static int Bytes => 4;

    public static bool IsScaled => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(byte* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load((float*)source);
}

/// <summary>The upper halves of 32-bit floats, widened by a shift.</summary>
internal readonly unsafe struct BFloat16Elements : IStoredElements
{
    public static int Bytes => 2;

    public static bool IsScaled => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(byte* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.LoadBFloat16((ushort*)source);
}

/// <summary>Whole numbers from -127 to 127, times a factor of the output's.</summary>
internal readonly unsafe struct Int8Elements : IStoredElements
{
    public static int Bytes => 1;

    public static bool IsScaled => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(byte* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.LoadInt8((sbyte*)source);
}
