using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>A kernel from one map to another that reads weights beside, in parts that do not depend on each other, written once for all vector widths.</summary>
internal unsafe interface IWeightedKernel
{
    /// <summary>Computes some parts with the given lanes.</summary>
    /// <param name="input">The map to read.</param>
    /// <param name="weight">The weight; null where there is none.</param>
    /// <param name="bias">The bias; null where there is none.</param>
    /// <param name="output">The map to write.</param>
    /// <param name="first">The first part.</param>
    /// <param name="end">The one after the last.</param>
    static abstract void Run<TLanes, TVector>(float* input, float* weight, float* bias, float* output, int first, int end)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}

/// <summary>Runs a kernel with weights, on several threads, with vectors of a width known only now.</summary>
internal static unsafe class WeightedKernel
{
    // So that one who comes late finds less to do.
    private const int ChunksOfThread = 4;

    /// <summary>Computes all parts; the lengths have been checked.</summary>
    public static void Run<TKernel>(
        ReadOnlySpan<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> output, int parts, VectorWidth width, Team? team)
        where TKernel : struct, IWeightedKernel
    {
        team = team is null || output.Length < RowKernel.FloatsWorthSharing ? Team.Alone : team;
        fixed (float* source = input, scale = weight, shift = bias, destination = output)
        {
            Operands operands = new() { Input = source, Weight = scale, Bias = shift, Output = destination, Parts = parts };
            operands.Chunks = team.Threads == 1 ? 1 : Math.Min(parts, ChunksOfThread * team.Threads);
            switch (width)
            {
                case VectorWidth.Bits512:
                    Run<TKernel, Lanes512, Vector512<float>>(operands, team);
                    break;
                case VectorWidth.Bits256:
                    Run<TKernel, Lanes256, Vector256<float>>(operands, team);
                    break;
                case VectorWidth.Bits128:
                    Run<TKernel, Lanes128, Vector128<float>>(operands, team);
                    break;
                default:
                    Run<TKernel, LanesScalar, float>(operands, team);
                    break;
            }
        }
    }

    private static void Run<TKernel, TLanes, TVector>(in Operands operands, Team team)
        where TKernel : struct, IWeightedKernel
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Work<TKernel, TLanes, TVector> work = new() { Operands = operands };
        team.Run(operands.Chunks, ref work);
    }

    private struct Operands
    {
        public float* Input;
        public float* Weight;
        public float* Bias;
        public float* Output;
        public int Parts;
        public int Chunks;
    }

    private struct Work<TKernel, TLanes, TVector> : IParallelWork
        where TKernel : struct, IWeightedKernel
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        public Operands Operands;

        public readonly void Run(int chunk)
        {
            int first = (int)((long)Operands.Parts * chunk / Operands.Chunks), end = (int)((long)Operands.Parts * (chunk + 1) / Operands.Chunks);
            TKernel.Run<TLanes, TVector>(Operands.Input, Operands.Weight, Operands.Bias, Operands.Output, first, end);
        }
    }
}
