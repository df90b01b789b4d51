using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The Gaussian error linear unit (Hendrycks and Gimpel, 2016): x times the normal distribution function of x,
/// x / 2 * (1 + erf(x / sqrt(2))). Minus infinity gives NaN, as in PyTorch.
/// </summary>
/// <remarks>
/// The distribution function less one half is x * p(x^2) / q(x^2), fitted here, by least squares with weights that grow
/// where the error is largest, over the magnitudes up to 5.2: 6e-8, and 2e-7 with the rounding. As where erf is added to 1, in PyTorch, the error is one of the
/// function's range and not of its small values at negative x.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GaussianErrorLinear
{
    // Beyond it the distribution function is within 10^-7 of 0 or 1.
    private const float Bound = 5.2f;

    /// <summary>Weighs each value by the normal distribution function.</summary>
    /// <param name="input">Any values in any layout.</param>
    /// <param name="output">As many values. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output) =>
        Forward(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest) =>
        Elementwise.Run<Function>(input, output, widest);

    internal readonly struct Function : IElementwiseFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TLanes, TVector>(TVector x)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector half = TLanes.Broadcast(0.5f), magnitude = TLanes.Abs(x);
            TVector a = TLanes.AtMost(magnitude, TLanes.Broadcast(Bound)), square = TLanes.Multiply(a, a);
            TVector p = TLanes.Broadcast(5.840605e-6f);
            p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(3.1426194e-4f));
            p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(5.5187233e-3f));
            p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(4.959335e-2f));
            p = TLanes.MultiplyAdd(p, square, TLanes.Broadcast(0.3989419f));
            TVector q = TLanes.Broadcast(5.0189857e-7f);
            q = TLanes.MultiplyAdd(q, square, TLanes.Broadcast(1.12740294e-4f));
            q = TLanes.MultiplyAdd(q, square, TLanes.Broadcast(2.703739e-3f));
            q = TLanes.MultiplyAdd(q, square, TLanes.Broadcast(3.733976e-2f));
            q = TLanes.MultiplyAdd(q, square, TLanes.Broadcast(0.29097286f));
            q = TLanes.MultiplyAdd(q, square, TLanes.Broadcast(1));

            // x / 2 + |x| / 2 - a * tail: far from 0 nothing is left but x or 0, and minus infinity is NaN.
            TVector minusTail = TLanes.MultiplyAdd(a, TLanes.Divide(p, q), TLanes.Broadcast(-0.5f));
            return TLanes.MultiplyAdd(x, half, TLanes.MultiplyAdd(a, minusTail, TLanes.Multiply(magnitude, half)));
        }
    }
}
