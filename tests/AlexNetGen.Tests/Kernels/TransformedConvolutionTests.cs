using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Winograd, space to depth and Strassen against convolution's definition in double precision.</summary>
public class TransformedConvolutionTests
{
    // A fraction of the largest sum of the absolute values of the terms: an output near the edge shares its tile's errors.
    private const double Tolerance = 2e-6;

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Every_tile_is_as_defined(int width)
    {
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Two, Two, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Two, Four, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Two, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Three, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Four, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Five, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Four, Four, One>>(width);
        Check<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Five, Four, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Channels_that_fill_no_vector_are_as_defined(int width)
    {
        Check<Transformed<ThirtyFive, Forty, Seven, Nine, Three, Four, One>>(width);
        Check<Transformed<Three, ThirtyFive, Seven, Nine, Three, Three, One>>(width);
        Check<Transformed<Forty, Three, Seven, Nine, Three, Five, One>>(width);
        Check<Transformed<One, One, Eleven, Six, Five, Four, One>>(width);
        Check<Transformed<Five, Seven, Six, Eleven, Three, Two, One>>(width);
        Check<Transformed<ThirtyFive, ThirtyFive, Six, Eleven, Four, Four, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Weights_larger_than_a_cache_are_as_defined(int width)
    {
        Check<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>>(width);
        Check<Transformed<NinetySix, NinetySix, Eight, Nine, Five, Four, One>>(width);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Threads<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Two, One>>();
        Threads<Transformed<NinetySix, NinetySix, Eight, Nine, Five, Four, One>>();
        Threads<Dilating<Sixteen, NinetySix, Thirteen, Eleven, Three, Four, Two, Nought>>();
        Threads<Strided<Three, NinetySix, ThirtyFive, Eleven, Four, Two, Five>>();
        Threads<Strided<Sixteen, ThirtyFive, ThirtyFive, Three, Two, One, Four>>();
        Threads<Strided<NinetySix, NinetySix, Thirteen, Three, Two, One, Four>>();
        Threads<ManyWeights<Sixteen>>();
        Threads<ManyWeights<ThirtyFive>>();
        Threads<Divided<Forty, ThirtyFive, Eight, Eleven, One, Two>>();
        Threads<DividedWindows<SixtyFour, ThirtyFive, Three, Three, Two, One, Two>>();
        Threads<Divided<ThreeHundredEightyFour, SevenHundred, Five, Five, One, Two>>();
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Groups_are_as_defined(int width)
    {
        Check<Transformed<Forty, NinetySix, Eight, Thirteen, Three, Four, Two>>(width);
        Check<Transformed<NinetySix, Forty, Eight, Thirteen, Five, Four, Four>>(width);
        Check<Transformed<Forty, Forty, Eight, Five, Three, Three, Five>>(width);
        Check<Transformed<ThirtyFive, ThirtyFive, Eight, Five, Three, Five, Seven>>(width);
    }

    // Maps that the dilation does not divide; parts of some rows, of one, and of none.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Dilation_is_as_defined(int width)
    {
        Check<Dilating<Sixteen, NinetySix, Thirteen, Eleven, Three, Four, Two, Nought>>(width);
        Check<Dilating<Forty, ThirtyFive, Eight, Thirteen, Three, Two, Three, Nought>>(width);
        Check<Dilating<NinetySix, NinetySix, Thirteen, Thirteen, Three, Five, Four, Nought>>(width);
        Check<Dilating<Sixteen, Sixteen, Six, Five, Three, Three, Four, Nought>>(width);
        Check<Dilating<Sixteen, Sixteen, Thirteen, Eleven, Five, Four, Two, Nought>>(width);
        Check<Dilating<Sixteen, Sixteen, Two, Three, Three, Three, Five, Nought>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Maps_smaller_than_a_tile_are_as_defined(int width)
    {
        Check<Transformed<Sixteen, Sixteen, Three, Two, Three, Five, One>>(width);
        Check<Transformed<Sixteen, Sixteen, Four, One, Five, Four, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Space_to_depth_is_as_defined(int width)
    {
        Check<Strided<Three, NinetySix, ThirtyFive, Eleven, Four, Two, Five>>(width);
        Check<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>(width);
        Check<Strided<One, Sixteen, ThirtyFive, Nine, Two, Four, Four>>(width);
        Check<Strided<Five, Forty, ThirtyFive, Eight, Three, One, Four>>(width);
        Check<Strided<Four, Sixteen, ThirtyFive, Six, Two, One, Two>>(width);
    }

    // Kernels of stride + 1, with every tap on each phase, and with two phases of three that lack one; of few weights and of many.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Phases_in_place_are_as_defined(int width)
    {
        Check<Strided<Sixteen, ThirtyFive, ThirtyFive, Three, Two, One, Two>>(width);
        Check<Strided<Sixteen, ThirtyFive, ThirtyFive, Three, Two, One, Four>>(width);
        Check<Strided<NinetySix, NinetySix, Thirteen, Three, Two, Two, Four>>(width);
        Check<Strided<NinetySix, Forty, Eleven, Three, Two, One, Two>>(width);
        Check<Strided<Sixteen, Forty, Sixteen, Four, Two, One, Four>>(width);
        Check<Strided<Sixteen, NinetySix, Sixteen, Five, Two, Two, Five>>(width);
        Check<Strided<Sixteen, Forty, ThirtyFive, Five, Three, One, Four>>(width);
        Check<Strided<Sixteen, Forty, ThirtyFive, Four, Three, Two, Two>>(width);
        Check<Strided<Sixteen, Forty, ThirtyFive, Seven, Two, Three, Four>>(width);
        Check<Strided<Sixteen, Forty, ThirtyFive, Nine, Two, Four, Four>>(width);
    }

    // 63 pixels are no whole number of tiles, 35 and 5 outputs none of parts, 20 and 10 inputs none of vectors; two groups of weights fill no cache.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Strassen_is_as_defined(int width)
    {
        Check<Divided<Sixteen, NinetySix, Seven, Nine, One, One>>(width);
        Check<Divided<Sixteen, NinetySix, Seven, Nine, One, Two>>(width);
        Check<Divided<Forty, ThirtyFive, Eight, Nine, One, One>>(width);
        Check<Divided<Forty, ThirtyFive, Eight, Eleven, One, Two>>(width);
        Check<Divided<Forty, Five, Three, One, One, Two>>(width);
        Check<Divided<NinetySix, Forty, Seven, Nine, Two, One>>(width);
        Check<Divided<NinetySix, Forty, Eight, Eleven, Two, Two>>(width);
        Check<Divided<ThreeHundredEightyFour, SevenHundred, Five, Five, One, One>>(width);
        Check<Divided<SevenHundred, ThreeHundredEightyFour, Five, Five, One, Two>>(width);
    }

    // Parts of several taps are whole runs of 16 channels.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Strassen_of_windows_is_as_defined(int width)
    {
        Check<DividedWindows<SixtyFour, ThirtyFive, Three, Three, Two, One, One>>(width);
        Check<DividedWindows<SixtyFour, ThirtyFive, Three, Three, Two, One, Two>>(width);
        Check<DividedWindows<SixtyFour, Forty, One, Seven, One, One, Two>>(width);
        Check<DividedWindows<SixtyFour, Forty, Seven, One, One, One, One>>(width);
        Check<DividedWindows<NinetySix, Five, Three, Two, Three, Two, One>>(width);
        Check<DividedWindows<SixtyFour, NinetySix, Five, Five, Two, One, Two>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Normalisation_and_sum_follow_inside(int width)
    {
        Finish<Transformed<Sixteen, ThirtyFive, Seven, Nine, Three, Four, One>>(width);
        Finish<Transformed<Forty, Forty, Seven, Nine, Three, Four, Two>>(width);
        Finish<Dilating<Forty, ThirtyFive, Eight, Nine, Three, Four, Two, Nought>>(width);
        Finish<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>(width);
        Finish<Strided<Sixteen, ThirtyFive, ThirtyFive, Three, Two, One, Four>>(width);
        Finish<Divided<Forty, ThirtyFive, Seven, Nine, One, One>>(width);
        Finish<Divided<Forty, ThirtyFive, Seven, Nine, One, Two>>(width);
        Finish<DividedWindows<SixtyFour, ThirtyFive, Three, Three, Two, One, Two>>(width);
        Finish<Plain<Sixteen, ThirtyFive, Seven, Nine, Three, One>>(width);
        Finish<Plain<Sixteen, NinetySix, Seven, Nine, Three, Two>>(width);
        Finish<Plain<ThirtyFive, ThirtyFive, Seven, Nine, Three, ThirtyFive>>(width);
    }

    // 11 x 9 outputs of 96 channels from 16: 25 points, 49 points, and 9 taps.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void What_is_chosen_for_the_vectors_is_what_computes(int width)
    {
        float[] input = KernelTest.Random(16 * 13 * 11, 3), weight = KernelTest.Random(96 * 16 * 9, 4);
        ConvolutionWeights packed = ConvolutionWeights.Pack<Changing>(weight, bias: null, (VectorWidth)width);
        int places = (VectorWidth)width switch { VectorWidth.Bits512 => 25, VectorWidth.Bits256 => 49, _ => 9 };
        Assert.Equal(places * 96 * 16, packed.Packed.Length);
        (double[] expected, double[] scale) = ConvolutionReference.Compute<Changing>(input, weight, bias: null);
        KernelTest.Close(expected, Run<Changing>(input, packed, null, default), Tolerance, Largest(scale));
    }

    [Fact]
    public void Transforms_are_not_the_definition_in_disguise()
    {
        float[] input = KernelTest.Random(16 * 13 * 13), weight = KernelTest.Random(96 * 16 * 9);
        Assert.NotEqual(
            Convolve<Plain<Sixteen, NinetySix, Thirteen, Thirteen, Three, One>>(input, weight),
            Convolve<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Four, One>>(input, weight));
    }

    [Fact]
    public void Allocates_nothing()
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<Transformed<Sixteen, Sixteen, Seven, Nine, Three, Four, One>>(new float[16 * 16 * 9], null);
        float[] input = new float[16 * 63], output = new float[16 * 63];
        float[] scratch = new float[Scratch<Transformed<Sixteen, Sixteen, Seven, Nine, Three, Four, One>>()];
        KernelTest.AllocatesNothing(() => Convolution.Forward<Transformed<Sixteen, Sixteen, Seven, Nine, Three, Four, One>>(input, weights, scratch, output, Team.Alone));
    }

    private static int Scratch<TGeometry>()
        where TGeometry : struct, IConvolution => TGeometry.ScratchLength;

    private static void Check<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4);
        foreach (float[]? bias in new[] { null, KernelTest.Random(TGeometry.OutputChannels, 5) })
        {
            (double[] expected, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, weight, bias);
            ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width);
            Assert.Equal(VectorWidths.Holding(TGeometry.OutputChannels / TGeometry.Groups, (VectorWidth)width), packed.Width);
            Assert.True(TGeometry.Choice512.Algorithm is ConvolutionAlgorithm.Winograd or ConvolutionAlgorithm.SpaceToDepth or ConvolutionAlgorithm.Phases or ConvolutionAlgorithm.Strassen);
            Assert.True(packed.Packed.Length > weight.Length || TGeometry.OutputChannels == 1, "The weights are those of the definition.");
            float[] output = Run<TGeometry>(input, packed, null, default);
            KernelTest.Close(expected, output, Tolerance, Largest(scale));
        }
    }

    private static void Finish<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        int channels = TGeometry.OutputChannels, points = TGeometry.OutputHeight * TGeometry.OutputWidth;
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(channels, 5);
        float[] gamma = KernelTest.Random(channels, 6), beta = KernelTest.Random(channels, 7), mean = KernelTest.Random(channels, 8);
        float[] variance = [.. KernelTest.Random(channels, 9).Select(v => v + 1.5f)], addend = KernelTest.Random(channels * points, 10);
        (double[] plain, double[] scale) = ConvolutionReference.Compute<Linear<TGeometry>>(input, weight, bias);
        double[] expected = new double[plain.Length];
        for (int i = 0; i < plain.Length; i++)
        {
            int c = i / points;
            double y = ((plain[i] - mean[c]) / Math.Sqrt(variance[c] + 1e-5) * gamma[c]) + beta[c] + addend[i];
            expected[i] = TGeometry.Activation == Activation.ReLU && y < 0 ? 0 : y;
            scale[i] += 4;
        }

        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width);
        BatchNormalizationWeights normalization = BatchNormalizationWeights.Create<Normalized<TGeometry>>(gamma, beta, mean, variance);
        float[] output = Run<TGeometry>(input, packed, normalization, KernelTest.ChannelsLast(addend, channels));
        KernelTest.Close(expected, output, Tolerance, Largest(scale));
    }

    // With more threads than have room of their own in the scratch as well.
    private static void Threads<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        ConvolutionWeights weights = ConvolutionWeights.Pack<TGeometry>(KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), null);
        float[] expected = Run<TGeometry>(input, weights, null, default);
        foreach (int threads in new[] { 2, 3, 12 })
        {
            using Team team = new(threads);
            for (int i = 0; i < 20; i++)
            {
                Team entered = team.Enter();
                float[] output = Run<TGeometry>(input, weights, null, default, entered);
                team.Leave(entered);
                Assert.Equal(expected, output);
            }
        }
    }

    private static double[] Largest(double[] scale)
    {
        Array.Fill(scale, scale.Max());
        return scale;
    }

    private static float[] Convolve<TGeometry>(float[] input, float[] weight)
        where TGeometry : struct, IConvolution => Run<TGeometry>(input, ConvolutionWeights.Pack<TGeometry>(weight, null), null, default);

    // Channels first, as the reference. Scratch is not a number: what the kernel reads but does not write would be seen.
    private static float[] Run<TGeometry>(float[] input, ConvolutionWeights weights, BatchNormalizationWeights? normalization, float[]? addend, Team? team = null)
        where TGeometry : struct, IConvolution
    {
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels);
        float[] scratch = new float[TGeometry.ScratchLength];
        Array.Fill(scratch, float.NaN);
        int points = TGeometry.OutputHeight * TGeometry.OutputWidth;
        float[] output = KernelTest.Written(
            TGeometry.OutputChannels * points, span => Convolution.Forward<TGeometry>(map, weights, scratch, span, team ?? Team.Alone, normalization, addend));
        if (addend is not null && TGeometry.Groups < TGeometry.InputChannels)
        {
            // The same bits where the sum is written over what is added.
            Assert.Equal(output, KernelTest.Written(TGeometry.OutputChannels * points, span =>
            {
                addend.CopyTo(span);
                Convolution.Forward<TGeometry>(map, weights, scratch, span, team ?? Team.Alone, normalization, span);
            }));
        }

        return KernelTest.ChannelsLast(output, points);
    }
}
