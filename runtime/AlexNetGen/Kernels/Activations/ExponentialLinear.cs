using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The exponential linear unit (Clevert et al., 2016): x, or alpha * (exp(x) - 1) where x is negative.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExponentialLinear
{
    /// <summary>Bends each negative value.</summary>
    /// <typeparam name="TGeometry">The constant.</typeparam>
    /// <param name="input">Any values in any layout.</param>
    /// <param name="output">As many values. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, IExponentialLinear => Forward<TGeometry>(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest)
        where TGeometry : struct, IExponentialLinear =>
        Elementwise.Run<Function<TGeometry>>(input, output, widest);

    private readonly struct Function<TGeometry> : IElementwiseFunction
        where TGeometry : struct, IExponentialLinear
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TLanes, TVector>(TVector x)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            TVector bent = TLanes.Multiply(ExponentialMinusOne.Of<TLanes, TVector>(x), TLanes.Broadcast(TGeometry.Alpha));
            return TLanes.SelectNegative(x, bent, x);
        }
    }
}
