using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>Applies a function to each value, in any layout, in place too.</summary>
internal static unsafe class Elementwise
{
    /// <summary>Checks the lengths and applies the function, with vectors no wider than the caller says.</summary>
    public static void Run<TFunction>(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest)
        where TFunction : struct, IElementwiseFunction
    {
        Lengths.Check(input, input.Length, output, input.Length);
        if (!input.IsEmpty)
        {
            MapKernel.Run<Kernel<TFunction>>(input, output, VectorWidths.Fitting(input.Length, widest));
        }
    }

    private readonly struct Kernel<TFunction> : IMapKernel
        where TFunction : struct, IElementwiseFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Run<TLanes, TVector>(float* input, float* output, int length)
            where TLanes : struct, ILanes<TVector>
            where TVector : struct
        {
            // The last vector overlaps its neighbour; it is read before that is written, so this holds in place too.
            nint last = length - TLanes.Count;
            TVector end = TFunction.Apply<TLanes, TVector>(TLanes.Load(input + last));
            for (nint i = 0; i < last; i += TLanes.Count)
            {
                TLanes.Store(TFunction.Apply<TLanes, TVector>(TLanes.Load(input + i)), output + i);
            }

            TLanes.Store(end, output + last);
        }
    }
}
