using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The leaky rectified linear unit (Maas et al., 2013): x, times a slope where x is negative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LeakyRectifiedLinear
{
    /// <summary>Scales each negative value.</summary>
    /// <typeparam name="TGeometry">The slope.</typeparam>
    /// <param name="input">Any values in any layout.</param>
    /// <param name="output">As many values. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, ILeakyRectifiedLinear => Forward<TGeometry>(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest)
        where TGeometry : struct, ILeakyRectifiedLinear =>
        Elementwise.Run<Function<TGeometry>>(input, output, widest);

    private readonly struct Function<TGeometry> : IElementwiseFunction
        where TGeometry : struct, ILeakyRectifiedLinear
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TLanes, TVector>(TVector x)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            return TLanes.SelectNegative(x, TLanes.Multiply(x, TLanes.Broadcast(TGeometry.NegativeSlope)), x);
        }
    }
}
