using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// e to the power x in single precision, to about one unit in the last place: x = n ln 2 + r, a polynomial for
/// e^r with |r| at most ln 2 / 2, and 2^n. The coefficients are those of expf in Moshier's Cephes library.
/// </summary>
internal static class Exponential
{
    // Below the first the result is 0, above the second infinity.
    private const float Least = -104;
    private const float Largest = 89;

    private const float LogOfTwoEarly = 0.693359375f;
    private const float LogOfTwoLate = -2.12194440e-4f;

    /// <summary>e^x in each lane; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        x = TLanes.Clamp(x, TLanes.Broadcast(Least), TLanes.Broadcast(Largest));
        TVector n = TLanes.Round(TLanes.Multiply(x, TLanes.Broadcast(1.44269504f)));

        // In two parts, of which the product with the first is exact.
        TVector r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-LogOfTwoEarly), x);
        r = TLanes.MultiplyAdd(n, TLanes.Broadcast(-LogOfTwoLate), r);

        TVector p = TLanes.Broadcast(1.9875691500e-4f);
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(1.3981999507e-3f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(8.3334519073e-3f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(4.1665795894e-2f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(1.6666665459e-1f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(5.0000001201e-1f));
        p = TLanes.Add(TLanes.MultiplyAdd(p, TLanes.Multiply(r, r), r), TLanes.Broadcast(1));
        return TLanes.Scale(p, n);
    }

    /// <summary>
    /// e^-x in each lane, where what is less than about 10^-38 is nothing, as beside 1 in the sigmoid: to a few units in the
    /// last place; NaN stays. A third fewer steps than <see cref="Of{TLanes,TVector}"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfNegative<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        // e^-87 is nothing beside 1.
        x = TLanes.AtMost(x, TLanes.Broadcast(87));

        // The sum has no room for a fraction: -x / ln 2 is rounded to the whole number n. Where n stays at its bound, what
        // is left of x makes the polynomial large, up to infinity.
        TVector round = TLanes.Broadcast(12582912);
        TVector bounded = TLanes.AtMost(TLanes.Multiply(x, TLanes.Broadcast(-1.44269504f)), TLanes.Broadcast(127));
        TVector sum = TLanes.Add(bounded, round), n = TLanes.Subtract(sum, round);

        // e^-r - 1 = r * p(r), with the least largest error over |r| up to ln 2 / 2: 10^-7.
        TVector r = TLanes.MultiplyAdd(n, TLanes.Broadcast(LogOfTwoEarly), x);
        r = TLanes.MultiplyAdd(n, TLanes.Broadcast(LogOfTwoLate), r);
        TVector p = TLanes.Broadcast(-0.008290272f);
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(0.04189816f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(-0.16667639f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(0.49999148f));
        p = TLanes.MultiplyAdd(p, r, TLanes.Broadcast(-0.9999997f));
        TVector power = TLanes.PowerOfTwo(sum);
        return TLanes.MultiplyAdd(TLanes.Multiply(p, r), power, power);
    }
}
