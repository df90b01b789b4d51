using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The sums of blocks of the weights that Strassen's algorithm multiplies with, in <see cref="TransformLayout"/>'s order,
/// rounded once. Processors share the work.
/// </summary>
internal static unsafe class StrassenPacking
{
    private const int None = -1;
    private const int Subtracted = 4;

    // The second factor of each product of one level: blocks as 2 * row + column, of which the second may be none, or be
    // subtracted.
    private static ReadOnlySpan<int> Firsts => [0, 0, 1, 2, 3, 0, 2];

    private static ReadOnlySpan<int> Seconds => [3, None, 3 + Subtracted, 0 + Subtracted, None, 1, 3];

    /// <summary>Transforms weights; lanes past the last channel become zero.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="weight">[output channel][input channel][tap].</param>
    /// <param name="packed">The transformed weights, all written.</param>
    public static void Pack(in ConvolutionSizes sizes, VectorWidth width, ReadOnlySpan<float> weight, Span<float> packed)
    {
        TransformLayout layout = TransformLayout.OfStrassen(sizes, width);
        ConvolutionSizes all = sizes;
        fixed (float* source = weight, destination = packed)
        {
            float* from = source, to = destination;
            Parallel.For(0, layout.Points * layout.Blocks, chunk => PackBlock(layout, all, from, chunk, to));
        }
    }

    private static void PackBlock(TransformLayout layout, in ConvolutionSizes sizes, float* weight, int chunk, float* packed)
    {
        (int point, int block) = int.DivRem(chunk, layout.Blocks);
        int vectors = 0;
        for (int i = 0; i < block; i++)
        {
            vectors += layout.BlockVectors(i);
        }

        int output = vectors * layout.Lanes, lanes = layout.BlockVectors(block) * layout.Lanes;
        packed += ((nint)point * layout.WeightStep) + ((nint)output * layout.Inputs);
        Span<Term> terms = stackalloc Term[4];
        terms = terms[..Terms(point, sizes.StrassenLevels, terms)];
        for (int lane = 0; lane < lanes; lane++)
        {
            PackLane(layout, sizes, weight, terms, output + lane, packed + lane, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackLane(TransformLayout layout, in ConvolutionSizes sizes, float* weight, ReadOnlySpan<Term> terms, int output, float* packed, int lanes)
    {
        int taps = sizes.KernelHeight * sizes.KernelWidth, part = layout.Inputs / taps;
        for (int tap = 0; tap < taps; tap++)
        {
            for (int input = 0; input < part; input++, packed += lanes)
            {
                double sum = 0;
                foreach (Term term in terms)
                {
                    int row = (term.Outputs * layout.Outputs) + output;
                    if (output < layout.Outputs && row < sizes.OutputChannels)
                    {
                        sum += term.Sign * weight[((((nint)row * sizes.InputChannels) + (term.Inputs * part) + input) * taps) + tap];
                    }
                }

                *packed = (float)sum;
            }
        }
    }

    // The blocks that a point adds up.
    private static int Terms(int point, int levels, Span<Term> terms)
    {
        if (levels == 1)
        {
            terms[0] = Of(Firsts[point]);
            terms[1] = Of(Seconds[point]);
            return Seconds[point] == None ? 1 : 2;
        }

        (int outer, int inner) = int.DivRem(point, Firsts.Length);
        Span<Term> large = stackalloc Term[2], small = stackalloc Term[2];
        large = large[..Terms(outer, 1, large)];
        small = small[..Terms(inner, 1, small)];
        int count = 0;
        foreach (Term left in large)
        {
            foreach (Term right in small)
            {
                terms[count++] = new((2 * left.Inputs) + right.Inputs, (2 * left.Outputs) + right.Outputs, left.Sign * right.Sign);
            }
        }

        return count;

        static Term Of(int block) => new((block & 3) >> 1, block & 1, block >= Subtracted ? -1 : 1);
    }

    /// <summary>A block of the weights in a sum.</summary>
    /// <param name="Inputs">Which part of the input channels: the block's row.</param>
    /// <param name="Outputs">Which part of the output channels.</param>
    /// <param name="Sign">1 or -1.</param>
    private readonly record struct Term(int Inputs, int Outputs, int Sign);
}
