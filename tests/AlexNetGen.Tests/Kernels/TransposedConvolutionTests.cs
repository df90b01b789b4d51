using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Transposed convolutions against their definition: every input scattered through every tap.</summary>
public class TransposedConvolutionTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<TwoGroups>(width);
        Check<OneRowAtOnce>(width);
        Check<AmongOthers>(width);
        Check<Gaps>(width);
        Check<EachChannel>(width);
        Check<Doubling>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Few_channels_are_as_defined(int width)
    {
        Check<FewChannels<One>>(width);
        Check<FewChannels<Two>>(width);
        Check<FewChannels<Three>>(width);
        Check<FewChannels<Seven>>(width);
        Check<FewChannels<Eight>>(width);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Threads_give_the_bits_of_one(int threads)
    {
        Share<OneRowAtOnce>(threads);
        Share<EachChannel>(threads);
        Share<Doubling>(threads);
    }

    [Fact]
    public void Weights_come_back_bit_for_bit()
    {
        ComeBack<TwoGroups>();
        ComeBack<AmongOthers>();
        ComeBack<EachChannel>();
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        // 6 x 37 x 3 x 2 weights, 4 x 3 x 6 inputs, 9 x 8 x 74 outputs, 4 x 3 x 6 x 74 products.
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<TwoGroups>(new float[1332], null);
        KernelTest.Refuses(72, 71, () => TransposedConvolution.Forward<TwoGroups>(new float[71], weights, new float[5328], new float[5328], Team.Alone));
        KernelTest.Refuses(5328, 1, () => TransposedConvolution.Forward<TwoGroups>(new float[72], weights, new float[5328], new float[1], Team.Alone));
        KernelTest.Refuses(5328, 5327, () => TransposedConvolution.Forward<TwoGroups>(new float[72], weights, new float[5327], new float[5328], Team.Alone));
        KernelTest.Refuses(5328, 7, () => TransposedConvolution.Forward<TwoGroups>(new float[72], weights, new float[5328], new float[5328], Team.Alone, addend: new float[7]));
        KernelTest.Refuses(1332, 1331, () => TransposedConvolutionWeights.Pack<TwoGroups>(new float[1331], null));
        KernelTest.Refuses(74, 37, () => TransposedConvolutionWeights.Pack<TwoGroups>(new float[1332], new float[37]));
        Assert.Throws<ArgumentException>(() => TransposedConvolution.Forward<Doubling>(new float[32 * 31 * 3], weights, new float[16 * 31 * 20], new float[64 * 62 * 5], Team.Alone));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[72], scratch = new float[5328], output = new float[5328];
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<TwoGroups>(new float[1332], null);
        KernelTest.AllocatesNothing(() => TransposedConvolution.Forward<TwoGroups>(input, weights, scratch, output, Team.Alone));
    }

    private static void Check<T>(int width)
        where T : struct, ITransposedConvolution
    {
        float[] input = KernelTest.Random(InputLength<T>()), weight = KernelTest.Random(WeightLength<T>(), seed: 3), bias = KernelTest.Random(T.OutputChannels, seed: 4);
        float[] gamma = KernelTest.Random(T.OutputChannels, seed: 5), beta = KernelTest.Random(T.OutputChannels, seed: 6), mean = KernelTest.Random(T.OutputChannels, seed: 7);
        float[] variance = [.. KernelTest.Random(T.OutputChannels, seed: 8).Select(v => v + 1.5f)], addend = KernelTest.Random(OutputLength<T>(), seed: 9);
        double[] sums = Defined<T>(input, weight, bias);
        BatchNormalizationWeights normalization = BatchNormalizationWeights.Create<Normalized<T>>(gamma, beta, mean, variance);
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<T>(weight, bias, (VectorWidth)width);
        float[] scratch = new float[ScratchLength<T>()];
        bool adds = T.OutputStep == T.OutputChannels;

        // What is not written keeps what it was.
        double[] plain = [.. sums.Select((sum, i) => double.IsNaN(sum) ? KernelTest.Untouched : Activated<T>(sum))];
        float[] got = KernelTest.Written(sums.Length, span => TransposedConvolution.Forward<T>(input, weights, scratch, span, Team.Alone));
        KernelTest.Close(plain, got, 1e-6, [.. sums.Select(_ => 3.0)]);

        double[] followed = [.. sums.Select((sum, i) => double.IsNaN(sum) ? KernelTest.Untouched : Activated<T>(Normal(sum, (i % T.OutputStep) - T.OutputStart) + (adds ? addend[i] : 0)))];
        got = KernelTest.Written(sums.Length, span => TransposedConvolution.Forward<T>(input, weights, scratch, span, Team.Alone, normalization, adds ? addend : []));
        KernelTest.Close(followed, got, 1e-6, [.. sums.Select(_ => 3.0)]);

        double Normal(double y, int c) => ((y - mean[c]) / Math.Sqrt(variance[c] + 1e-5) * gamma[c]) + beta[c];
    }

    /// <summary>The sums with the bias; NaN in channels that are another layer's.</summary>
    private static double[] Defined<T>(float[] input, float[] weight, float[] bias)
        where T : struct, ITransposedConvolution
    {
        int inputs = T.InputChannels / T.Groups, outputs = T.OutputChannels / T.Groups, taps = T.KernelHeight * T.KernelWidth;
        double[] sums = new double[OutputLength<T>()];
        for (int i = 0; i < sums.Length; i++)
        {
            int channel = (i % T.OutputStep) - T.OutputStart;
            sums[i] = channel >= 0 && channel < T.OutputChannels ? bias[channel] : double.NaN;
        }

        for (int i = 0; i < input.Length; i++)
        {
            int channel = i % T.InputChannels, column = i / T.InputChannels % T.InputWidth, row = i / T.InputChannels / T.InputWidth;
            for (int tap = 0; tap < outputs * taps; tap++)
            {
                int kx = tap % T.KernelWidth, ky = tap / T.KernelWidth % T.KernelHeight, output = (channel / inputs * outputs) + (tap / taps);
                int y = (row * T.StrideHeight) - T.PaddingTop + (ky * T.DilationHeight), x = (column * T.StrideWidth) - T.PaddingLeft + (kx * T.DilationWidth);
                if (y >= 0 && y < T.OutputHeight && x >= 0 && x < T.OutputWidth)
                {
                    sums[(((y * T.OutputWidth) + x) * T.OutputStep) + T.OutputStart + output] += (double)input[i] * weight[(channel * outputs * taps) + tap];
                }
            }
        }

        return sums;
    }

    private static double Activated<T>(double y)
        where T : struct, ITransposedConvolution => T.Activation switch
        {
            Activation.ReLU6 => Math.Clamp(y, 0, 6),
            Activation.Tanh => Math.Tanh(y),
            _ => y,
        };

    private static void Share<T>(int threads)
        where T : struct, ITransposedConvolution
    {
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<T>(KernelTest.Random(WeightLength<T>(), 2), null);
        float[] input = KernelTest.Random(InputLength<T>()), scratch = new float[ScratchLength<T>()];
        KernelTest.SameOfThreads(threads, OutputLength<T>(), (output, team) => TransposedConvolution.Forward<T>(input, weights, scratch, output, team));
    }

    private static void ComeBack<T>()
        where T : struct, ITransposedConvolution
    {
        float[] weight = KernelTest.Random(WeightLength<T>()), bias = KernelTest.Random(T.OutputChannels);
        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<T>(weight, bias);
        Assert.Equal(weight, weights.OriginalWeight());
        Assert.Equal(bias, weights.OriginalBias());
        Assert.Null(TransposedConvolutionWeights.Pack<T>(weight, null).OriginalBias());
    }

    private static int InputLength<T>()
        where T : struct, ITransposedConvolution => T.InputHeight * T.InputWidth * T.InputChannels;

    private static int OutputLength<T>()
        where T : struct, ITransposedConvolution => T.OutputHeight * T.OutputWidth * T.OutputStep;

    private static int WeightLength<T>()
        where T : struct, ITransposedConvolution => T.InputChannels * T.OutputChannels / T.Groups * T.KernelHeight * T.KernelWidth;

    private static int ScratchLength<T>()
        where T : struct, ITransposedConvolution => T.RowsKept * T.InputWidth * T.KernelHeight * T.KernelWidth * T.OutputChannels;

    private readonly struct Normalized<T> : IBatchNormalization
        where T : struct, ITransposedConvolution
    {
        public static int Channels => T.OutputChannels;
        public static int Points => T.OutputHeight * T.OutputWidth;
        public static float Epsilon => 1e-5f;
        public static bool ReLU => false;
    }
}
