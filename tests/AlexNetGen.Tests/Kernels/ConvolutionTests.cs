using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Convolution against its definition in double precision.</summary>
public class ConvolutionTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Pointwise_is_as_defined(int width) => Check<Pointwise>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void OneToOne_is_as_defined(int width) => Check<OneToOne>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void EvenStrided_is_as_defined(int width) => Check<EvenStrided>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Dilated_is_as_defined(int width) => Check<Dilated>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Grouped_is_as_defined(int width) => Check<Grouped>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Depthwise_is_as_defined(int width) => Check<Depthwise>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void DepthwiseNarrow_is_as_defined(int width) => Check<DepthwiseNarrow>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void DepthwiseMultiplied_is_as_defined(int width) => Check<DepthwiseMultiplied>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Overhanging_is_as_defined(int width) => Check<Overhanging>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Unread_is_as_defined(int width) => Check<Unread>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void PaddedUnread_is_as_defined(int width) => Check<PaddedUnread>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void WholeMap_is_as_defined(int width) => Check<WholeMap>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void ThreeVectors_is_as_defined(int width) => Check<ThreeVectors>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Strips_are_as_defined(int width)
    {
        Check<Strips<One>>((VectorWidth)width);
        Check<Strips<Three>>((VectorWidth)width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void AlexNetFirst_is_as_defined(int width) => Check<AlexNetFirst>((VectorWidth)width);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_and_infinity_travel(int width)
    {
        Check<Grouped>((VectorWidth)width, KernelTest.RandomWithSpecials);
        Check<EvenStrided>((VectorWidth)width, KernelTest.RandomWithSpecials);
        Check<DepthwiseNarrow>((VectorWidth)width, KernelTest.RandomWithSpecials);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Weights_come_back_bit_for_bit(int width)
    {
        RoundTrip<Pointwise>((VectorWidth)width);
        RoundTrip<ThreeVectors>((VectorWidth)width);
        RoundTrip<Grouped>((VectorWidth)width);
        RoundTrip<Depthwise>((VectorWidth)width);
        RoundTrip<DepthwiseMultiplied>((VectorWidth)width);
        RoundTrip<WholeMap>((VectorWidth)width);
        RoundTrip<AcrossPixels<Ten, Three, Nine, Seven, Five, One, Four>>((VectorWidth)width);
    }

    [Fact]
    public void A_missing_bias_stays_missing() =>
        Assert.Null(ConvolutionWeights.Pack<OneToOne>(new float[9], null).OriginalBias());

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<OneToOne>(new float[9], new float[1]);
        ConvolutionWeights others = ConvolutionWeights.Pack<Pointwise>(new float[16 * 33], null);
        KernelTest.Refuses(16, 15, () => Convolution.Forward<OneToOne>(new float[15], weights, new float[36], new float[16], Team.Alone));
        KernelTest.Refuses(16, 17, () => Convolution.Forward<OneToOne>(new float[16], weights, new float[36], new float[17], Team.Alone));
        KernelTest.Refuses(36, 0, () => Convolution.Forward<OneToOne>(new float[16], weights, [], new float[16], Team.Alone));
        KernelTest.Refuses(0, 1, () => Convolution.Forward<Unread>(
            new float[168], ConvolutionWeights.Pack<Unread>(new float[60], null), new float[1], new float[20], Team.Alone));
        Assert.Throws<ArgumentException>(() => Convolution.Forward<OneToOne>(new float[16], others, new float[36], new float[16], Team.Alone));
        KernelTest.Refuses(9, 8, () => ConvolutionWeights.Pack<OneToOne>(new float[8], null));
        KernelTest.Refuses(1, 2, () => ConvolutionWeights.Pack<OneToOne>(new float[9], new float[2]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<OneToOne>(new float[9], new float[1]);
        float[] input = new float[16], scratch = new float[36], output = new float[16];
        KernelTest.AllocatesNothing(() => Convolution.Forward<OneToOne>(input, weights, scratch, output, Team.Alone));
    }

    private static void Check<TGeometry>(VectorWidth width, Func<int, int, float[]>? values = null)
        where TGeometry : struct, IConvolution
    {
        float[] input = (values ?? KernelTest.Random)(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(WeightLength<TGeometry>(), 4);
        foreach (float[]? bias in new[] { null, KernelTest.Random(TGeometry.OutputChannels, 5) })
        {
            (double[] expected, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, weight, bias);
            ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, width);
            float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels);

            // Not a number: a frame that the kernel does not clear would be seen.
            float[] scratch = new float[TGeometry.ScratchLength];
            Array.Fill(scratch, float.NaN);
            float[] output = KernelTest.Written(
                expected.Length, span => Convolution.Forward<TGeometry>(map, packed, scratch, span, Team.Alone));
            KernelTest.Close(expected, KernelTest.ChannelsLast(output, expected.Length / TGeometry.OutputChannels), 1e-6, scale);
        }
    }

    private static int WeightLength<TGeometry>()
        where TGeometry : struct, IConvolution =>
        TGeometry.OutputChannels * TGeometry.InputChannels / TGeometry.Groups * TGeometry.KernelHeight * TGeometry.KernelWidth;

    private static void RoundTrip<TGeometry>(VectorWidth width)
        where TGeometry : struct, IConvolution
    {
        float[] weight = KernelTest.RandomWithSpecials(WeightLength<TGeometry>());
        float[] bias = KernelTest.Random(TGeometry.OutputChannels);
        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, width);
        Assert.Equal(weight.Select(BitConverter.SingleToInt32Bits), packed.OriginalWeight().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(bias, packed.OriginalBias());
    }
}
