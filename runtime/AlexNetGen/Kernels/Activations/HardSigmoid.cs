using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>min(max(x + 3, 0), 6) / 6, as in PyTorch and MobileNetV3 (Howard et al., 2019).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HardSigmoid
{
    /// <summary>Applies min(max(x + 3, 0), 6) / 6 to each value.</summary>
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
            TVector clipped = TLanes.Clamp(TLanes.Add(x, TLanes.Broadcast(3)), TLanes.Zero, TLanes.Broadcast(6));
            return TLanes.Multiply(clipped, TLanes.Broadcast(1f / 6));
        }
    }
}
