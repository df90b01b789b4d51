using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>min(max(x, 0), 6) (Howard et al., 2017), of which NaN is NaN, as in PyTorch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClippedRectifiedLinear
{
    /// <summary>Applies min(max(x, 0), 6) to each value.</summary>
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
            return TLanes.Min(TLanes.RectifiedLinear(x), TLanes.Broadcast(6));
        }
    }
}
