using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>
/// Convolution onto few channels against its definition in double precision: every number of channels that a tile takes, rows narrower
/// and wider than vectors, kernels of one tap to nine, dilation, and planes that are there a few rows at a time, the last time fewer.
/// </summary>
public class PlanarConvolutionTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<AcrossPixels<One, One, Five, Nine, Three, One, Five>>(width);
        Check<AcrossPixels<Ten, Two, Nine, Seven, Three, One, Four>>(width);
        Check<AcrossPixels<Sixteen, Three, Seven, NinetySix, Five, One, Two>>(width);
        Check<AcrossPixels<ThirtyFive, Four, Nine, Thirteen, Three, One, Eight>>(width);
        Check<AcrossPixels<Three, Three, ThirtyFive, ThirtyFive, Nine, One, Ten>>(width);
        Check<AcrossPixels<Six, Four, Thirteen, Eight, Three, Three, Five>>(width);
        Check<AcrossPixels<Five, Two, Eight, Four, One, One, Three>>(width);
        Check<AcrossPixels<Two, Four, One, One, Seven, Two, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Padding_and_kernel_need_not_be_even(int width)
    {
        Check<Uneven>(width);
        Check<Within>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_and_infinity_travel(int width) => Check<AcrossPixels<Ten, Two, Nine, Seven, Three, One, Four>>(width, KernelTest.RandomWithSpecials);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Writes_beside_other_channels(int width)
    {
        float[] weight = KernelTest.Random(KernelTest.WeightLength<Beside>(), 4), map = KernelTest.Random(Beside.InputChannels * 8 * 9, 3), scratch = new float[Scratch<Beside>()];
        float[] output = new float[8 * 9 * 5];
        Array.Fill(output, 7);
        Convolution.Forward<Beside>(map, ConvolutionWeights.Pack<Beside>(weight, null, (VectorWidth)width), scratch, output, Team.Alone);
        float[] alone = new float[8 * 9 * 2];
        Convolution.Forward<AcrossPixels<Six, Two, Eight, Nine, Three, One, Three>>(
            map, ConvolutionWeights.Pack<AcrossPixels<Six, Two, Eight, Nine, Three, One, Three>>(weight, null, (VectorWidth)width), scratch, alone, Team.Alone);
        Assert.Equal(Enumerable.Range(0, 8 * 9).SelectMany(i => new[] { 7, 7, alone[2 * i], alone[(2 * i) + 1], 7 }), output);
    }

    // By hand: 5 + 2 rows of 9 + 2 columns, 77, of 3 planes; 2 columns more and a tile of 96. 14 + 2 rows of 30 + 2, 512, are put 16 further apart.
    [Fact]
    public void Scratch_holds_the_planes()
    {
        Assert.Equal((3 * 77) + 2 + 96, Scratch<AcrossPixels<Three, One, Nine, Nine, Three, One, Five>>());
        Assert.Equal((3 * 528) + 2 + 96, Scratch<AcrossPixels<Three, One, Fourteen, Thirty, Three, One, Fourteen>>());
    }

    private static int Scratch<TGeometry>()
        where TGeometry : struct, IConvolution => ConvolutionSizes.Of<TGeometry>(VectorWidth.Bits128).ScratchLength(VectorWidth.Bits128);

    private static void Check<TGeometry>(int width, Func<int, int, float[]>? values = null)
        where TGeometry : struct, IConvolution
    {
        float[] input = (values ?? KernelTest.Random)(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(TGeometry.OutputChannels, 5);
        (double[] expected, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, weight, bias);
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels), scratch = new float[Scratch<TGeometry>()];
        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width);
        Assert.Equal((VectorWidth)width, packed.Width);
        using Team team = new(2);
        foreach (Team threads in new[] { Team.Alone, team })
        {
            // Not a number: a zero that is not written would be seen.
            Array.Fill(scratch, float.NaN);
            Team entered = threads.Enter();
            float[] output = KernelTest.Written(expected.Length, span => Convolution.Forward<TGeometry>(map, packed, scratch, span, entered));
            threads.Leave(entered);
            KernelTest.Close(expected, KernelTest.ChannelsLast(output, expected.Length / TGeometry.OutputChannels), 1e-6, scale);
        }
    }

    /// <summary>4 x 2 taps, more zeros on the far sides than on the near ones.</summary>
    private readonly struct Uneven : ITestConvolution<Uneven>
    {
        public static int InputChannels => 5;
        public static int InputHeight => 7;
        public static int InputWidth => 6;
        public static int OutputChannels => 3;
        public static int OutputHeight => 8;
        public static int OutputWidth => 8;
        public static int KernelHeight => 4;
        public static int KernelWidth => 2;
        public static int PaddingTop => 1;
        public static int PaddingLeft => 0;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Planar;
        public static int RowsAtOnce => 3;
    }

    /// <summary>Windows that reach neither the last rows nor the last columns.</summary>
    private readonly struct Within : ITestConvolution<Within>
    {
        public static int InputChannels => 4;
        public static int InputHeight => 9;
        public static int InputWidth => 11;
        public static int OutputChannels => 2;
        public static int OutputHeight => 5;
        public static int OutputWidth => 6;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Planar;
        public static int RowsAtOnce => 2;
    }

    /// <summary>Onto the third and fourth of five channels.</summary>
    private readonly struct Beside : ITestConvolution<Beside>
    {
        public static int InputChannels => 6;
        public static int InputHeight => 8;
        public static int InputWidth => 9;
        public static int OutputChannels => 2;
        public static int OutputStep => 5;
        public static int OutputStart => 2;
        public static int OutputHeight => 8;
        public static int OutputWidth => 9;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int PaddingTop => 1;
        public static int PaddingLeft => 1;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Planar;
        public static int RowsAtOnce => 3;
    }

    private readonly struct Fourteen : ICount
    {
        public static int Value => 14;
    }

    private readonly struct Thirty : ICount
    {
        public static int Value => 30;
    }
}
