using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>log(1 + exp(beta * x)) / beta, a smooth max(x, 0); x itself where beta * x is above a threshold, as in PyTorch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Softplus
{
    /// <summary>Applies log(1 + exp(beta * x)) / beta to each value.</summary>
    /// <typeparam name="TGeometry">The constants.</typeparam>
    /// <param name="input">Any values in any layout.</param>
    /// <param name="output">As many values. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output)
        where TGeometry : struct, ISoftplus => Forward<TGeometry>(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward<TGeometry>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest)
        where TGeometry : struct, ISoftplus =>
        Elementwise.Run<Function<TGeometry>>(input, output, widest);

    private readonly struct Function<TGeometry> : IElementwiseFunction
        where TGeometry : struct, ISoftplus
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Apply<TLanes, TVector>(TVector x)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            // max(z, 0) + log(1 + e) with e = exp(-|z|), so that nothing overflows.
            TVector beta = TLanes.Broadcast(TGeometry.Beta), one = TLanes.Broadcast(1);
            TVector z = TLanes.Multiply(x, beta);
            TVector e = TLanes.Exp(TLanes.Subtract(TLanes.Zero, TLanes.Abs(z)));

            // log(1 + e) is off by what 1 + e rounds away: d is what stays of e. Where nothing stays, log(1 + e) is e.
            TVector sum = TLanes.Add(one, e), d = TLanes.Subtract(sum, one);
            TVector log = TLanes.SelectNegative(TLanes.Subtract(TLanes.Zero, d), TLanes.Multiply(TLanes.Log(sum), TLanes.Divide(e, d)), e);
            TVector soft = TLanes.Divide(TLanes.Add(TLanes.RectifiedLinear(z), log), beta);
            return TLanes.SelectNegative(TLanes.Subtract(TLanes.Broadcast(TGeometry.Threshold), z), x, soft);
        }
    }
}
