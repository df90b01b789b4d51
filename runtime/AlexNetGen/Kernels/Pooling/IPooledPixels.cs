using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>Which pixels a vector of <see cref="PooledTile"/> has.</summary>
internal unsafe interface IPooledPixels
{
    /// <summary>How many: one, or two neighbours, which are a window's.</summary>
    static abstract int Count { get; }

    /// <summary>Reads a value for each channel, for each pixel the same.</summary>
    static abstract TVector Load<TLanes, TVector>(float* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>Reads the input of each pixel, for each channel the same.</summary>
    static abstract TVector Input<TLanes, TVector>(float* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>The largest value of the pixels, in place of each.</summary>
    static abstract TVector Largest<TLanes, TVector>(TVector y)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;

    /// <summary>Writes the channels of the first pixel, so many at most.</summary>
    static abstract void Store<TLanes, TVector>(TVector y, float* destination, int count)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>The channels of one pixel.</summary>
internal readonly unsafe struct SinglePixels : IPooledPixels
{
    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Input<TLanes, TVector>(float* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Broadcast(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Largest<TLanes, TVector>(TVector y)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector>(TVector y, float* destination, int count)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (count >= TLanes.Count)
        {
            TLanes.Store(y, destination);
        }
        else
        {
            TLanes.Store(y, destination, TLanes.First(count));
        }
    }
}

/// <summary>
/// Up to eight channels of two neighbours, of an input of one channel in AVX-512: pixel after pixel, channel by channel, so that one
/// instruction reads both inputs to all lanes.
/// <code>
///   input    x0 x1                                        lanes   x0 x1 x0 x1 x0 x1 ...
///   weight   w0 w1 w2 w3 w4 w5 w6 w7                              w0 w0 w1 w1 w2 w2 ...
/// </code>
/// </summary>
internal readonly unsafe struct PairedPixels : IPooledPixels
{
    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => As<TVector>(Avx512F.PermuteVar16x32(
            Vector256.Load(source).ToVector512Unsafe(), Vector512.Create(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Input<TLanes, TVector>(float* source)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => As<TVector>(Vector512.Create(*(double*)source).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Largest<TLanes, TVector>(TVector y)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Max(y, As<TVector>(Avx512F.Permute4x32(From(y), 0b10_11_00_01)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector>(TVector y, float* destination, int count)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Vector256<float> first = Avx512F.PermuteVar16x32(From(y), Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14)).GetLower();
        SinglePixels.Store<Lanes256, Vector256<float>>(first, destination, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector As<TVector>(Vector512<float> vector)
        where TVector : struct => Unsafe.BitCast<Vector512<float>, TVector>(vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> From<TVector>(TVector vector)
        where TVector : struct => Unsafe.BitCast<TVector, Vector512<float>>(vector);
}
