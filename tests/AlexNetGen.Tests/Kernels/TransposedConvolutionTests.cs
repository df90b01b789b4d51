using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Transposed convolutions against their definition: every input scattered through every tap.</summary>
public class TransposedConvolutionTests
{
    private const int InputLength = 4 * 3 * 6, OutputLength = 9 * 8 * 74;

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        float[] input = KernelTest.Random(InputLength), weight = KernelTest.Random(6 * 37 * 3 * 2, seed: 3), bias = KernelTest.Random(74, seed: 4);
        double[] expected = [.. Enumerable.Range(0, OutputLength).Select(i => (double)bias[i % 74])];
        for (int i = 0; i < InputLength; i++)
        {
            int channel = i % 6, column = i / 6 % 3, row = i / 6 / 3;
            for (int tap = 0; tap < 37 * 3 * 2; tap++)
            {
                int kx = tap % 2, ky = tap / 2 % 3, output = (channel / 3 * 37) + (tap / 6);
                int y = (row * 2) - 1 + (ky * 2), x = (column * 3) - 0 + kx;
                if (y is >= 0 and < 9)
                {
                    expected[(((y * 8) + x) * 74) + output] += (double)input[i] * weight[(channel * 37 * 6) + tap];
                }
            }
        }

        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<TwoGroups>(weight, bias);
        float[] got = KernelTest.Written(OutputLength, span => TransposedConvolution.Forward<TwoGroups>(input, weights, span, (VectorWidth)width));
        KernelTest.Close(expected, got, 1e-6, [.. expected.Select(_ => 3.0)]);
    }

    [Fact]
    public void Weights_come_back_bit_for_bit()
    {
        float[] weight = KernelTest.Random(6 * 37 * 3 * 2), bias = KernelTest.Random(74);
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<TwoGroups>(weight, bias);
        Assert.Equal(weight, weights.Weight<TwoGroups>());
        Assert.Equal(bias, weights.Bias<TwoGroups>());
        Assert.Null(TransposedConvolutionWeights.Pack<TwoGroups>(weight, null).Bias<TwoGroups>());
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<TwoGroups>(new float[1332], null);
        KernelTest.Refuses(72, 71, () => TransposedConvolution.Forward<TwoGroups>(new float[71], weights, new float[OutputLength]));
        KernelTest.Refuses(OutputLength, 1, () => TransposedConvolution.Forward<TwoGroups>(new float[72], weights, new float[1]));
        KernelTest.Refuses(1332, 1331, () => TransposedConvolutionWeights.Pack<TwoGroups>(new float[1331], null));
        KernelTest.Refuses(74, 37, () => TransposedConvolutionWeights.Pack<TwoGroups>(new float[1332], new float[37]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[InputLength], output = new float[OutputLength];
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<TwoGroups>(new float[1332], null);
        KernelTest.AllocatesNothing(() => TransposedConvolution.Forward<TwoGroups>(input, weights, output));
    }

    // Rows: (4 - 1) * 2 - 2 * 1 + 5 = 9. Columns: (3 - 1) * 3 + 2 = 8.
    private readonly struct TwoGroups : ITransposedConvolution
    {
        public static int InputChannels => 6;
        public static int InputHeight => 4;
        public static int InputWidth => 3;
        public static int OutputChannels => 74;
        public static int OutputHeight => 9;
        public static int OutputWidth => 8;
        public static int KernelHeight => 3;
        public static int KernelWidth => 2;
        public static int StrideHeight => 2;
        public static int StrideWidth => 3;
        public static int DilationHeight => 2;
        public static int DilationWidth => 1;
        public static int PaddingTop => 1;
        public static int PaddingLeft => 0;
        public static int Groups => 2;
    }
}
