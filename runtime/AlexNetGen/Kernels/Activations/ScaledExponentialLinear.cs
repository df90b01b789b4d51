using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The scaled exponential linear unit (Klambauer et al., 2017): an exponential linear unit whose constants keep mean 0 and
/// variance 1 through a deep network.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScaledExponentialLinear
{
    private const float Alpha = 1.6732632423543772f;
    private const float Scale = 1.0507009873554805f;

    /// <summary>Scales each value, and bends the negative ones.</summary>
    /// <param name="input">Any values in any layout.</param>
    /// <param name="output">As many values. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output) =>
        Forward(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest) =>
        Elementwise.Run<Function>(input, output, widest);

    private readonly struct Function : IElementwiseFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TLanes, TVector>(TVector x)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector bent = TLanes.Multiply(ExponentialMinusOne.Of<TLanes, TVector>(x), TLanes.Broadcast(Scale * Alpha));
            return TLanes.SelectNegative(x, bent, TLanes.Multiply(x, TLanes.Broadcast(Scale)));
        }
    }
}
