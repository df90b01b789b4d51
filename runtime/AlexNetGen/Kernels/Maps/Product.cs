using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Multiplies two maps, value by value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Product
{
    /// <summary>output = left * right.</summary>
    /// <param name="left">The one map.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <param name="output">The product; may be either input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Forward(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, Team team)
    {
        Lengths.Check(left, output.Length, output, right.Length);
        Run(left, right, output, Math.Max(output.Length, 1), team);
    }

    /// <summary>Multiplies every point of a map by the same factors, one a channel.</summary>
    /// <typeparam name="TGeometry">The map.</typeparam>
    /// <param name="left">[Points][Channels].</param>
    /// <param name="right">[Channels].</param>
    /// <param name="output">[Points][Channels]; may be <paramref name="left"/>.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void ForwardChannels<TGeometry>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, Team team)
        where TGeometry : struct, IChannels
    {
        Lengths.Check(left, TGeometry.Points * TGeometry.Channels, output, TGeometry.Points * TGeometry.Channels);
        if (right.Length != TGeometry.Channels)
        {
            Lengths.Throw(nameof(right), TGeometry.Channels, right.Length);
        }

        Run(left, right, output, TGeometry.Channels, team);
    }

    private static void Run(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> output, int period, Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        fixed (float* a = left, b = right, y = output)
        {
            // Chunks of whole periods, or parts of the only one.
            int chunk = period < output.Length ? Math.Max(ElementwiseWork.ChunkLength / period, 1) * period : ElementwiseWork.ChunkLength;
            Values work = new() { Left = a, Right = b, Output = y, Length = output.Length, Period = period, Chunk = chunk };
            team.Run((output.Length + chunk - 1) / chunk, ref work);
        }
    }

    private struct Values : IParallelWork
    {
        public float* Left;
        public float* Right;
        public float* Output;
        public int Length;
        public int Period;
        public int Chunk;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            int start = chunk * Chunk, end = Math.Min(start + Chunk, Length);
            float* factors = Right + (start % Period);
            for (int first = start; first < end; first += Period)
            {
                int length = Math.Min(Period, end - first), i = 0;
                float* x = Left + first, y = Output + first;
                for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
                {
                    Vector.Store(Vector.Load(x + i) * Vector.Load(factors + i), y + i);
                }

                for (; i < length; i++)
                {
                    y[i] = x[i] * factors[i];
                }
            }
        }
    }
}
