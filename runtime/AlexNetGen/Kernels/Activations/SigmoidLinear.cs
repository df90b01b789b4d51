using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The sigmoid linear unit, x / (1 + exp(-x)), also called swish (Elfwing et al., 2018). Minus infinity gives NaN, as in
/// PyTorch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SigmoidLinear
{
    /// <summary>Applies x / (1 + exp(-x)) to each value.</summary>
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
            return TLanes.Divide(x, TLanes.Add(TLanes.Broadcast(1), TLanes.ExpOfNegative(x)));
        }
    }
}
