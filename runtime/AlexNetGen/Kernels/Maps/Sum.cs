using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Adds two maps, value by value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Sum
{
    /// <summary>output = left + right.</summary>
    /// <param name="left">The one map.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <param name="output">The sum; may be either input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, Team team) => Forward(left, right, output, relu: false, team);

    /// <summary>output = max(left + right, 0); NaN stays.</summary>
    /// <param name="left">The one map.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <param name="output">The result; may be either input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void ForwardReLU(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, Team team) => Forward(left, right, output, relu: true, team);

    private static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, bool relu, Team team)
    {
        Lengths.Check(left, output.Length, output, right.Length);
        ArgumentNullException.ThrowIfNull(team);
        fixed (float* a = left, b = right, y = output)
        {
            Values work = new() { Left = a, Right = b, Output = y, Length = output.Length, ReLU = relu };
            team.Run((output.Length + ElementwiseWork.ChunkLength - 1) / ElementwiseWork.ChunkLength, ref work);
        }
    }

    private struct Values : IParallelWork
    {
        public float* Left;
        public float* Right;
        public float* Output;
        public int Length;
        public bool ReLU;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            int i = chunk * ElementwiseWork.ChunkLength, end = Math.Min(i + ElementwiseWork.ChunkLength, Length);
            for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<float> sum = Vector.Load(Left + i) + Vector.Load(Right + i);

                // A comparison keeps NaN, where a maximum may drop it.
                sum = ReLU ? Vector.ConditionalSelect(Vector.LessThan(sum, Vector<float>.Zero), Vector<float>.Zero, sum) : sum;
                Vector.Store(sum, Output + i);
            }

            for (; i < end; i++)
            {
                float sum = Left[i] + Right[i];
                Output[i] = ReLU && sum < 0 ? 0 : sum;
            }
        }
    }
}
