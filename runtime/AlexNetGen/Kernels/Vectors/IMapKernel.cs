using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>A kernel from one map to another, written once for all vector widths.</summary>
internal unsafe interface IMapKernel
{
    /// <summary>Runs with the given lanes.</summary>
    /// <param name="input">The map to read.</param>
    /// <param name="output">The map to write.</param>
    /// <param name="length">The floats of the input.</param>
    static abstract void Run<TLanes, TVector>(float* input, float* output, int length)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>Runs a kernel with vectors of a width known only now.</summary>
internal static unsafe class MapKernel
{
    /// <summary>Runs the kernel; the lengths have been checked.</summary>
    public static void Run<TKernel>(ReadOnlySpan<float> input, Span<float> output, VectorWidth width)
        where TKernel : struct, IMapKernel
    {
        fixed (float* source = input, destination = output)
        {
            switch (width)
            {
                case VectorWidth.Bits512:
                    TKernel.Run<Lanes512, Vector512<float>>(source, destination, input.Length);
                    break;
                case VectorWidth.Bits256:
                    TKernel.Run<Lanes256, Vector256<float>>(source, destination, input.Length);
                    break;
                case VectorWidth.Bits128:
                    TKernel.Run<Lanes128, Vector128<float>>(source, destination, input.Length);
                    break;
                default:
                    TKernel.Run<LanesScalar, float>(source, destination, input.Length);
                    break;
            }
        }
    }
}
