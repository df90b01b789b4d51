using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

// Additions alone, even where a product is meant: processors that have adders of their own do them beside the tile's products.

/// <summary>h0, at 0.</summary>
internal readonly unsafe struct HalfwayAtZero : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load(weight);
}

/// <summary>h0 + h1 + h2.</summary>
internal readonly unsafe struct HalfwayAtOne : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(TLanes.Add(TLanes.Load(weight), TLanes.Load(weight + (2 * part))), TLanes.Load(weight + part));
}

/// <summary>h0 - h1 + h2.</summary>
internal readonly unsafe struct HalfwayAtMinusOne : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Add(TLanes.Subtract(TLanes.Load(weight), TLanes.Load(weight + part)), TLanes.Load(weight + (2 * part)));
}

/// <summary>h0 + 2 h1 + 4 h2.</summary>
internal readonly unsafe struct HalfwayAtTwo : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector twice = TLanes.Load(weight + (2 * part));
        twice = TLanes.Add(TLanes.Add(twice, twice), TLanes.Load(weight + part));
        return TLanes.Add(TLanes.Add(twice, twice), TLanes.Load(weight));
    }
}

/// <summary>h0 - 2 h1 + 4 h2.</summary>
internal readonly unsafe struct HalfwayAtMinusTwo : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector twice = TLanes.Load(weight + (2 * part));
        twice = TLanes.Subtract(TLanes.Add(twice, twice), TLanes.Load(weight + part));
        return TLanes.Add(TLanes.Add(twice, twice), TLanes.Load(weight));
    }
}

/// <summary>4 h0 + 2 h1 + h2: four times the value at 1/2.</summary>
internal readonly unsafe struct HalfwayAtHalf : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector twice = TLanes.Load(weight);
        twice = TLanes.Add(TLanes.Add(twice, twice), TLanes.Load(weight + part));
        return TLanes.Add(TLanes.Add(twice, twice), TLanes.Load(weight + (2 * part)));
    }
}

/// <summary>h2, at infinity, the last point of a row.</summary>
internal readonly unsafe struct HalfwayAtInfinity : IPointWeights
{
    public static int Stride => HalfwayFilter.Taps;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(float* weight, nint part)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load(weight + (2 * part));
}
