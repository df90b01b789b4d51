using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>torch.nn.Conv2d's definition in double precision.</summary>
internal static class ConvolutionReference
{
    /// <summary>The result, channels first, and the sum of the absolute values of its terms, of which rounding errors are a fraction.</summary>
    public static (double[] Result, double[] Scale) Compute<T>(float[] input, float[] weight, float[]? bias)
        where T : struct, IConvolution
    {
        int inputs = T.InputChannels / T.Groups, outputs = T.OutputChannels / T.Groups;
        double[] result = new double[T.OutputChannels * T.OutputHeight * T.OutputWidth];
        double[] scale = new double[result.Length];
        int next = 0;
        for (int o = 0; o < T.OutputChannels; o++)
        {
            for (int y = 0; y < T.OutputHeight; y++)
            {
                for (int x = 0; x < T.OutputWidth; x++, next++)
                {
                    double sum = bias?[o] ?? 0, absolute = Math.Abs(sum);
                    for (int c = 0; c < inputs; c++)
                    {
                        for (int ky = 0; ky < T.KernelHeight; ky++)
                        {
                            for (int kx = 0; kx < T.KernelWidth; kx++)
                            {
                                int row = (y * T.StrideHeight) + (ky * T.DilationHeight) - T.PaddingTop;
                                int column = (x * T.StrideWidth) + (kx * T.DilationWidth) - T.PaddingLeft;
                                if (row < 0 || row >= T.InputHeight || column < 0 || column >= T.InputWidth)
                                {
                                    continue;
                                }

                                int channel = (o / outputs * inputs) + c;
                                double term = (double)input[(((channel * T.InputHeight) + row) * T.InputWidth) + column]
                                    * weight[(((((o * inputs) + c) * T.KernelHeight) + ky) * T.KernelWidth) + kx];
                                sum += term;
                                absolute += Math.Abs(term);
                            }
                        }
                    }

                    result[next] = T.Activation == Activation.ReLU && sum < 0 ? 0 : sum;
                    scale[next] = absolute;
                }
            }
        }

        return (result, scale);
    }

    /// <summary>The result, channels last, of a convolution whose numbers are values and not a type.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="input">[row][column][channel].</param>
    /// <param name="weight">[output channel][input channel of the group][row][column].</param>
    /// <param name="bias">A value for each output channel at least.</param>
    public static double[] Compute(in ConvolutionSizes sizes, float[] input, float[] weight, float[] bias)
    {
        double[] sums = new double[sizes.OutputHeight * sizes.OutputWidth * sizes.OutputChannels];
        int inputs = sizes.InputChannels / sizes.Groups, outputs = sizes.OutputChannels / sizes.Groups, taps = sizes.KernelHeight * sizes.KernelWidth;
        for (int at = 0; at < sums.Length; at++)
        {
            int output = at % sizes.OutputChannels, x = at / sizes.OutputChannels % sizes.OutputWidth, y = at / sizes.OutputChannels / sizes.OutputWidth;
            double sum = bias[output];
            for (int tap = 0; tap < inputs * taps; tap++)
            {
                int kx = tap % sizes.KernelWidth, ky = tap / sizes.KernelWidth % sizes.KernelHeight, channel = (output / outputs * inputs) + (tap / taps);
                int row = (y * sizes.StrideHeight) - sizes.PaddingTop + (ky * sizes.DilationHeight), column = (x * sizes.StrideWidth) - sizes.PaddingLeft + (kx * sizes.DilationWidth);
                bool isInside = row >= 0 && row < sizes.InputHeight && column >= 0 && column < sizes.InputWidth;
                sum += isInside ? (double)weight[(output * inputs * taps) + tap] * input[(((row * sizes.InputWidth) + column) * sizes.InputChannels) + channel] : 0;
            }

            sums[at] = sum;
        }

        return sums;
    }
}
