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
    /// <param name="sizes">The convolution.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="weight">[output channel][input channel of the group][row][column].</param>
    /// <param name="packed">The transformed weights, all written.</param>
    public static void Pack(in ConvolutionSizes sizes, VectorWidth width, ReadOnlySpan<float> weight, Span<float> packed)
    {
        TransformLayout layout = TransformLayout.OfWinograd(sizes, width);
        WinogradFilter filter = new(sizes.WinogradTile, sizes.KernelHeight);
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
        int vectors = 0;
        for (int i = 0; i < block; i++)
        {
            vectors += layout.BlockVectors(i);
        }

        int output = vectors * layout.Lanes, lanes = layout.BlockVectors(block) * layout.Lanes;
        int outputs = Math.Min(lanes, layout.Outputs - output), inputs = Math.Min(InputsAtOnce, layout.Inputs - input);
        int taps = filter.Taps * filter.Taps, count = inputs * lanes;
        int length = (taps + (filter.Taps * filter.Side)) * count;
        if (buffer.Length < length)
        {
            buffer = new double[length];
        }

        weight += ((((((nint)group * layout.Outputs) + output) * layout.Inputs) + input) * taps);
        packed += (nint)((group * layout.Vectors * layout.Lanes) + output) * layout.Inputs;
        packed += (nint)input * lanes;
        fixed (double* kernels = buffer)
        {
            double* halfway = kernels + (taps * count);
            new Span<double>(kernels, taps * count).Clear();
            Gather(weight, (nint)layout.Inputs * taps, outputs, kernels, lanes, inputs, taps);
            filter.TransformRows(kernels, halfway, count);
            for (int point = 0; point < layout.Points; point++)
            {
                filter.TransformColumns(halfway, point, packed + ((nint)point * layout.WeightStep), count);
            }
        }

        return buffer;
    }

    // [output][input][tap] to [tap][input][output].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(float* weight, nint step, int outputs, double* kernels, int lanes, int inputs, int taps)
    {
        for (int output = 0; output < outputs; output++, weight += step, kernels++)
        {
            float* source = weight;
            for (int input = 0; input < inputs; input++)
            {
                double* destination = kernels + (input * lanes);
                for (int tap = 0; tap < taps; tap++, source++, destination += inputs * lanes)
                {
                    *destination = *source;
                }
            }
        }
    }
}
