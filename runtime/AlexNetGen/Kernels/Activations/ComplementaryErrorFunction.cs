using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>erfc(z) = 1 - erf(z), by the Chebyshev fit of Numerical Recipes (Press et al., 1992, section 6.2).</summary>
internal static class ComplementaryErrorFunction
{
    /// <summary>erfc(z) for z of at least 0; the fit's relative error is below 1.2e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TLanes, TVector>(TVector z)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TVector one = TLanes.Broadcast(1);
        TVector t = TLanes.Divide(one, TLanes.MultiplyAdd(z, TLanes.Broadcast(0.5f), one));

        // -ln(erfc(z) / t) - z^2, a polynomial of t.
        TVector fit = TLanes.Broadcast(-0.17087277f);
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(0.82215223f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(-1.48851587f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(1.13520398f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(-0.27886807f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(0.18628806f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(-0.09678418f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(-0.37409196f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(-1.00002368f));
        fit = TLanes.MultiplyAdd(fit, t, TLanes.Broadcast(1.26551223f));
        return TLanes.Multiply(t, Exponential.OfNegative<TLanes, TVector>(TLanes.MultiplyAdd(z, z, fit)));
    }
}
