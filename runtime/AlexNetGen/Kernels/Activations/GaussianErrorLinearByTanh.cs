using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The Gaussian error linear unit by its approximation, x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3))). Minus
/// infinity gives NaN, as in PyTorch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GaussianErrorLinearByTanh
{
    // -2 * sqrt(2 / pi).
    private const float Scale = -1.5957691f;

    /// <summary>Weighs each value by about the normal distribution function.</summary>
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
            // 1/2 * (1 + tanh(u)) is 1 / (1 + exp(-2u)).
            TVector cubic = TLanes.MultiplyAdd(TLanes.Multiply(x, x), TLanes.Broadcast(Scale * 0.044715f), TLanes.Broadcast(Scale));
            TVector e = TLanes.Exp(TLanes.Multiply(x, cubic));
            return TLanes.Divide(x, TLanes.Add(TLanes.Broadcast(1), e));
        }
    }
}
