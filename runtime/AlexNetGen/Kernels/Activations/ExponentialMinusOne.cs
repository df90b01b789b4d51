using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>exp(x) - 1, near 0 as accurate as far from it.</summary>
internal static class ExponentialMinusOne
{
    private const float SeriesReach = 0.5f;

    /// <summary>exp(x) - 1 for any x; relative error about 1e-7 below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // Between -0.5 and 0.5 the Taylor series, whose first term left out is x^9 / 9!: 6e-9 of x.
        TVector series = TLanes.Broadcast(1f / 40320);
        series = TLanes.MultiplyAdd(series, x, TLanes.Broadcast(1f / 5040));
        series = TLanes.MultiplyAdd(series, x, TLanes.Broadcast(1f / 720));
        series = TLanes.MultiplyAdd(series, x, TLanes.Broadcast(1f / 120));
        series = TLanes.MultiplyAdd(series, x, TLanes.Broadcast(1f / 24));
        series = TLanes.MultiplyAdd(series, x, TLanes.Broadcast(1f / 6));
        series = TLanes.MultiplyAdd(series, x, TLanes.Broadcast(0.5f));
        series = TLanes.MultiplyAdd(series, TLanes.Multiply(x, x), x);
        TVector difference = TLanes.Subtract(TLanes.Exp(x), TLanes.Broadcast(1));
        return TLanes.SelectNegative(TLanes.Subtract(TLanes.Abs(x), TLanes.Broadcast(SeriesReach)), series, difference);
    }
}
