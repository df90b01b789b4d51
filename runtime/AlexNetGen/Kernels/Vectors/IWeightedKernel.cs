using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>A kernel from one map to another that reads weights beside, written once for all vector widths.</summary>
internal unsafe interface IWeightedKernel
{
    /// <summary>Runs with the given lanes.</summary>
    /// <param name="input">The map to read.</param>
    /// <param name="weight">The weight; null where there is none.</param>
    /// <param name="bias">The bias; null where there is none.</param>
    /// <param name="output">The map to write.</param>
    static abstract void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>Runs a kernel with weights, with vectors of a width known only now.</summary>
internal static unsafe class WeightedKernel
{
    /// <summary>Runs the kernel; the lengths have been checked.</summary>
    public static void Run<TKernel>(
        ReadOnlySpan<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> output, VectorWidth width)
        where TKernel : struct, IWeightedKernel
    {
        fixed (float* source = input, scale = weight, shift = bias, destination = output)
        {
            switch (width)
            {
                case VectorWidth.Bits512:
                    TKernel.Run<Lanes512, Vector512<float>>(source, scale, shift, destination);
                    break;
                case VectorWidth.Bits256:
                    TKernel.Run<Lanes256, Vector256<float>>(source, scale, shift, destination);
                    break;
                case VectorWidth.Bits128:
                    TKernel.Run<Lanes128, Vector128<float>>(source, scale, shift, destination);
                    break;
                default:
                    TKernel.Run<LanesScalar, float>(source, scale, shift, destination);
                    break;
            }
        }
    }
}
