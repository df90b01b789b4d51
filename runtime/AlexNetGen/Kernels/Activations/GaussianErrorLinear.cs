using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The Gaussian error linear unit (Hendrycks and Gimpel, 2016): x times the normal distribution function of x,
/// x / 2 * (1 + erf(x / sqrt(2))). Minus infinity gives NaN, as in PyTorch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GaussianErrorLinear
{
    private const float InverseRootOfTwo = 0.70710678f;

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
            TVector half = TLanes.Broadcast(0.5f);
            TVector tail = TLanes.Multiply(half, ComplementaryErrorFunction.Of<TLanes, TVector>(TLanes.Multiply(TLanes.Abs(x), TLanes.Broadcast(InverseRootOfTwo))));
            return TLanes.Multiply(x, TLanes.SelectNegative(x, tail, TLanes.Subtract(TLanes.Broadcast(1), tail)));
        }
    }
}
