using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The rectified linear unit, max(x, 0), of which NaN is NaN, as in PyTorch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RectifiedLinear
{
    /// <summary>Applies max(x, 0) to each value.</summary>
    /// <param name="input">Any values in any layout.</param>
    /// <param name="output">As many values. May be the input itself, but not overlap it otherwise.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Forward(ReadOnlySpan<float> input, Span<float> output) =>
        Forward(input, output, VectorWidths.Widest);

    /// <summary>The same with vectors no wider than the caller says.</summary>
    internal static void Forward(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest)
    {
        Lengths.Check(input, input.Length, output, input.Length);
        if (!input.IsEmpty)
        {
            MapKernel.Run<Kernel>(input, output, VectorWidths.Fitting(input.Length, widest));
        }
    }

    private readonly struct Kernel : IMapKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int length)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            for (nint i = 0; i < length; i += TLanes.Count)
            {
                // The last vector overlaps its neighbour: twice max(x, 0) is once, so this holds in place too.
                nint start = Math.Min(i, length - TLanes.Count);
                TLanes.Store(TLanes.RectifiedLinear(TLanes.Load(input + start)), output + start);
            }
        }
    }
}
