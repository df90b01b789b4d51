using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>Batch normalisation at inference (Ioffe and Szegedy, 2015): a factor and a shift for each channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class BatchNormalization
{
    /// <summary>Normalises every point, and applies max(x, 0) where the geometry says so; NaN stays.</summary>
    /// <typeparam name="TGeometry">The normalisation.</typeparam>
    /// <param name="input">[Points][Channels], or [Points][InputStep], of which Channels from InputStart on are read.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="output">[Points][Channels]; may be the input.</param>
    /// <param name="team">The threads that share the points; null for the caller alone.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, BatchNormalizationWeights weights, Span<float> output, Team? team = null)
        where TGeometry : struct, IBatchNormalization
    {
        ArgumentNullException.ThrowIfNull(weights);
        int step = TGeometry.InputStep == 0 ? TGeometry.Channels : TGeometry.InputStep;
        Lengths.Check(input, TGeometry.Points * step, output, TGeometry.Points * TGeometry.Channels);
        fixed (float* source = input, factor = weights.Factor, shift = weights.Shift, destination = output)
        {
            int points = Math.Max(ElementwiseWork.ChunkLength / TGeometry.Channels, 1);
            Points<TGeometry> work = new() { Input = source + TGeometry.InputStart, Factor = factor, Shift = shift, Output = destination, InputStep = step, ChunkPoints = points };
            (team ?? Team.Alone).Run((TGeometry.Points + points - 1) / points, ref work);
        }
    }

    private struct Points<TGeometry> : IParallelWork
        where TGeometry : struct, IBatchNormalization
    {
        public float* Input;
        public float* Factor;
        public float* Shift;
        public float* Output;
        public int InputStep;
        public int ChunkPoints;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run(int chunk)
        {
            int channels = TGeometry.Channels, first = chunk * ChunkPoints, end = Math.Min(first + ChunkPoints, TGeometry.Points);
            float* factor = Factor, shift = Shift;
            for (int point = first; point < end; point++)
            {
                float* x = Input + ((nint)point * InputStep), y = Output + ((nint)point * channels);
                int i = 0;
                for (; i <= channels - Vector<float>.Count; i += Vector<float>.Count)
                {
                    Vector<float> value = (Vector.Load(x + i) * Vector.Load(factor + i)) + Vector.Load(shift + i);

                    // A comparison keeps NaN, where a maximum may drop it.
                    value = TGeometry.ReLU ? Vector.ConditionalSelect(Vector.LessThan(value, Vector<float>.Zero), Vector<float>.Zero, value) : value;
                    Vector.Store(value, y + i);
                }

                for (; i < channels; i++)
                {
                    float value = (x[i] * factor[i]) + shift[i];
                    y[i] = TGeometry.ReLU && value < 0 ? 0 : value;
                }
            }
        }
    }
}
