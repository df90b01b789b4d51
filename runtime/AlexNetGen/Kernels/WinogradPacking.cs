namespace AlexNetGen.Kernels;

/// <summary>Transforms a convolution's weights into <see cref="WinogradLayout"/>'s order.</summary>
internal static class WinogradPacking
{
    /// <summary>The transformed weights; lanes past the last channel are zero.</summary>
    /// <param name="layout">Where they lie.</param>
    /// <param name="weight">[output channel][input channel of the group][row][column].</param>
    public static AlignedArray Pack(WinogradLayout layout, float[] weight)
    {
        var packed = new AlignedArray(layout.WeightLength);
        int next = 0;
        for (int group = 0; group < layout.Groups; group++)
        {
            int output = group * layout.Outputs, end = output + layout.Outputs;
            for (int block = 0; block < layout.Blocks; block++)
            {
                int lanes = layout.BlockVectors(block) * layout.Lanes;
                PackBlock(layout, weight, output, Math.Min(lanes, end - output), lanes, packed.Span[next..]);
                next += lanes * layout.Inputs;
                output += lanes;
            }
        }

        return packed;
    }

    private static void PackBlock(in WinogradLayout layout, float[] weight, int output, int outputs, int lanes, Span<float> packed)
    {
        int taps = layout.Taps * layout.Taps;
        var filter = new WinogradFilter(layout.Tile, layout.Taps, lanes);
        double[] kernels = new double[taps * lanes];
        double[] transformed = new double[layout.Points * lanes];
        for (int input = 0; input < layout.Inputs; input++)
        {
            for (int lane = 0; lane < outputs; lane++)
            {
                ReadOnlySpan<float> kernel = weight.AsSpan((((output + lane) * layout.Inputs) + input) * taps, taps);
                for (int tap = 0; tap < taps; tap++)
                {
                    kernels[(tap * lanes) + lane] = kernel[tap];
                }
            }

            filter.Transform(kernels, transformed, lanes);
            for (int point = 0; point < layout.Points; point++)
            {
                Span<float> lane = packed.Slice((point * layout.WeightStep) + (input * lanes), lanes);
                for (int i = 0; i < lane.Length; i++)
                {
                    lane[i] = (float)transformed[(point * lanes) + i];
                }
            }
        }
    }
}
