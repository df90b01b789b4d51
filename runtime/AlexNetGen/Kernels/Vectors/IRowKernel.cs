using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>A kernel from one map to another whose rows do not depend on each other, written once for all vector widths.</summary>
internal unsafe interface IRowKernel
{
    /// <summary>Computes one row of the output with the given lanes.</summary>
    /// <param name="input">The map to read.</param>
    /// <param name="output">The map to write.</param>
    /// <param name="row">The row.</param>
    static abstract void Run<TLanes, TVector>(float* input, float* output, int row)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>Runs a kernel's rows, on several threads, with vectors of a width known only now.</summary>
internal static unsafe class RowKernel
{
    /// <summary>Less is over before another thread has woken up.</summary>
    public const int FloatsWorthSharing = 1 << 14;

    /// <summary>Computes all rows; the lengths have been checked.</summary>
    public static void Run<TKernel>(ReadOnlySpan<float> input, Span<float> output, int rows, VectorWidth width, Team? team)
        where TKernel : struct, IRowKernel
    {
        team = team is null || Math.Max(input.Length, output.Length) < FloatsWorthSharing ? Team.Alone : team;
        fixed (float* source = input, destination = output)
        {
            switch (width)
            {
                case VectorWidth.Bits512:
                    Run<TKernel, Lanes512, Vector512<float>>(source, destination, rows, team);
                    break;
                case VectorWidth.Bits256:
                    Run<TKernel, Lanes256, Vector256<float>>(source, destination, rows, team);
                    break;
                case VectorWidth.Bits128:
                    Run<TKernel, Lanes128, Vector128<float>>(source, destination, rows, team);
                    break;
                default:
                    Run<TKernel, LanesScalar, float>(source, destination, rows, team);
                    break;
            }
        }
    }

    private static void Run<TKernel, TLanes, TVector>(float* input, float* output, int rows, Team team)
        where TKernel : struct, IRowKernel
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Work<TKernel, TLanes, TVector> work = new() { Input = input, Output = output };
        team.Run(rows, ref work);
    }

    private struct Work<TKernel, TLanes, TVector> : IParallelWork
        where TKernel : struct, IRowKernel
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        public float* Input;
        public float* Output;

        public readonly void Run(int chunk) => TKernel.Run<TLanes, TVector>(Input, Output, chunk);
    }
}
