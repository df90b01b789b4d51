using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Transforms a convolution's weights into <see cref="TransformLayout"/>'s order, a few input channels of a block at a
/// time, so that what is between weight and result stays in cache and each point is written in runs. Processors share
/// the work.
/// </summary>
internal static unsafe class WinogradPacking
{
    // Of 48 output channels and 3x3 taps: 27 KB of kernels, 64 KB halfway.
    private const int InputsAtOnce = 8;

    /// <summary>Transforms weights; lanes past the last channel become zero.</summary>
    /// <param name="sizes">The convolution; of one with a stride, the phases.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="weight">[output channel][input channel of the group, or of all phases][row][column].</param>
    /// <param name="packed">The transformed weights, all written.</param>
    public static void Pack(in ConvolutionSizes sizes, VectorWidth width, ReadOnlySpan<float> weight, Span<float> packed)
    {
        TransformLayout layout = TransformLayout.OfWinograd(sizes, width);
        WinogradFilter filter = new(sizes.WinogradTile, new StridePhases(sizes).Taps);
        int parts = (layout.Inputs + InputsAtOnce - 1) / InputsAtOnce;
        fixed (float* source = weight, destination = packed)
        {
            float* from = source, to = destination;
            Parallel.For(0, layout.Groups * layout.Blocks * parts, () => Array.Empty<double>(), Run, _ => { });

            double[] Run(int chunk, ParallelLoopState state, double[] buffer)
            {
                (int block, int part) = int.DivRem(chunk, parts);
                return PackPart(layout, filter, from, to, block, part * InputsAtOnce, buffer);
            }
        }
    }

    private static double[] PackPart(TransformLayout layout, WinogradFilter filter, float* weight, float* packed, int block, int input, double[] buffer)
    {
        (int group, block) = int.DivRem(block, layout.Blocks);
        int output = layout.VectorsBefore(block) * layout.Lanes, lanes = layout.BlockVectors(block) * layout.Lanes;
        int outputs = Math.Min(lanes, layout.Outputs - output), inputs = Math.Min(InputsAtOnce, layout.Inputs - input);
        int taps = filter.Taps * filter.Taps, count = inputs * lanes;
        int length = (taps + (filter.Taps * filter.Side)) * count;
        if (buffer.Length < length)
        {
            buffer = new double[length];
        }

        weight += ((((((nint)group * layout.Outputs) + output) * layout.Inputs) + input) * taps);
        fixed (double* kernels = buffer)
        {
            double* halfway = kernels + (taps * count);
            new Span<double>(kernels, taps * count).Clear();
            Gather(weight, (nint)layout.Inputs * taps, outputs, kernels, lanes, inputs, filter.Taps, isTransposed: layout.IsHalfway);
            filter.TransformRows(kernels, halfway, count);
            if (layout.IsHalfway)
            {
                nint offset = ((nint)((group * layout.Vectors * layout.Lanes) + output) * layout.Inputs) + ((nint)input * layout.Lanes);
                StopHalfway(layout, halfway, lanes, count, packed + (HalfwayFilter.Taps * offset));
            }
            else
            {
                for (int point = 0; point < layout.Points; point++)
                {
                    (int first, int end) = layout.InputsAt(point);
                    if (input >= first && input < end)
                    {
                        nint before = (((nint)(group * layout.Vectors * layout.Lanes) + output) * (end - first)) + ((nint)(input - first) * lanes);
                        filter.TransformColumns(halfway, point, packed + layout.WeightsBefore(point) + before, count);
                    }
                }
            }
        }

        return buffer;
    }

    // [tap][row of points][input][lane of the block] to [row of points][vector][input][tap][lane].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StopHalfway(in TransformLayout layout, double* halfway, int lanes, int count, float* packed)
    {
        nint rowStep = HalfwayFilter.Taps * (nint)layout.WeightStep, laneStep = HalfwayFilter.Taps * (nint)layout.Inputs;
        for (int tap = 0; tap < HalfwayFilter.Taps; tap++)
        {
            for (int row = 0; row < layout.Side; row++)
            {
                float* to = packed + (row * rowStep) + (tap * layout.Lanes);
                for (double* end = halfway + count; halfway < end; halfway += lanes, to += HalfwayFilter.Taps * layout.Lanes)
                {
                    for (int lane = 0; lane < lanes; lane += Vector<float>.Count)
                    {
                        int inVector = lane % layout.Lanes;
                        Vector<float> rounded = Vector.Narrow(Vector.Load(halfway + lane), Vector.Load(halfway + lane + Vector<double>.Count));
                        Vector.Store(rounded, to + ((lane - inVector) * laneStep) + inVector);
                    }
                }
            }
        }
    }

    // [output][input][tap] to [tap][input][output].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(float* weight, nint step, int outputs, double* kernels, int lanes, int inputs, int taps, bool isTransposed)
    {
        int tapStep = inputs * lanes, columnStep = isTransposed ? taps * tapStep : tapStep, rowStep = isTransposed ? tapStep : taps * tapStep;
        for (int output = 0; output < outputs; output++, weight += step, kernels++)
        {
            float* source = weight;
            for (int input = 0; input < inputs; input++)
            {
                double* row = kernels + (input * lanes);
                for (int y = 0; y < taps; y++, row += rowStep)
                {
                    double* destination = row;
                    for (int x = 0; x < taps; x++, source++, destination += columnStep)
                    {
                        *destination = *source;
                    }
                }
            }
        }
    }
}
