using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>torch.nn.Conv2d's definition, channels first, in double precision.</summary>
internal static class ConvolutionReference
{
    /// <summary>The result, and the sum of the absolute values of its terms, of which rounding errors are a fraction.</summary>
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
}
