using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The hyperbolic tangent, (exp(2x) - 1) / (exp(2x) + 1).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HyperbolicTangent
{
    /// <summary>Applies tanh to each value.</summary>
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
            // Of the magnitude, so that nothing overflows: with e = exp(-2|x|) - 1 it is -e / (e + 2).
            TVector e = ExponentialMinusOne.Of<TLanes, TVector>(TLanes.Multiply(TLanes.Abs(x), TLanes.Broadcast(-2)));
            return TLanes.CopySign(TLanes.Divide(e, TLanes.Add(e, TLanes.Broadcast(2))), x);
        }
    }
}
