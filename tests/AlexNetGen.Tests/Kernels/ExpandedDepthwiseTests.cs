using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Two convolutions computed together, against their definition in double precision one after the other.</summary>
public class ExpandedDepthwiseTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Both_are_as_defined(int width)
    {
        Check<Widened<Five, Forty, One>, Narrowed<Forty, Three, One, One>>(width);
        Check<Widened<Five, Forty, One>, Narrowed<Forty, Three, Two, One>>(width);
        Check<Widened<Five, ThirtyTwo, One>, Narrowed<ThirtyTwo, Three, One, Nought>>(width);
        Check<Widened<Five, ThirtyTwo, One>, Narrowed<ThirtyTwo, Three, Two, Nought>>(width);
        Check<Widened<Three, Eight, Three>, Narrowed<Eight, Three, One, One>>(width);
        Check<Widened<Three, Forty, Three>, Narrowed<Forty, Three, Two, One>>(width);
        Check<Widened<Five, Forty, One>, Narrowed<Forty, Five, One, Two>>(width);
        Check<Widened<Five, Forty, One>, Narrowed<Forty, Five, Two, Two>>(width);
        Check<Widened<Five, ThirtyTwo, One>, Narrowed<ThirtyTwo, Five, One, Nought>>(width);
        Check<Widened<Five, Eight, One>, Narrowed<Eight, Five, Two, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Rows_of_the_greatest_width_are_as_defined(int width) => Check<Broad, BroadDepthwise>(width);

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        using Team team = new(3);
        float[] alone = Convolve<Widened<Five, Forty, One>, Narrowed<Forty, Three, Two, One>>(VectorWidths.Widest, Team.Alone);
        Assert.Equal(alone, Convolve<Widened<Five, Forty, One>, Narrowed<Forty, Three, Two, One>>(VectorWidths.Widest, team));
    }

    [Fact]
    public void Allocates_nothing()
    {
        ConvolutionWeights expand = Weights<Widened<Five, Forty, One>>(VectorWidths.Widest, 4), weights = Weights<Narrowed<Forty, Three, One, One>>(VectorWidths.Widest, 6);
        float[] input = new float[5 * 61 * 40], output = new float[43 * 61 * 40];
        KernelTest.AllocatesNothing(() => ExpandedDepthwise.Forward<Widened<Five, Forty, One>, Narrowed<Forty, Three, One, One>>(input, expand, weights, [], output, Team.Alone));
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        VectorWidth width = VectorWidths.Widest;
        ConvolutionWeights expand = Weights<Widened<Five, Forty, One>>(width, 4), framed = Weights<Widened<Five, Forty, Three>>(width, 4), weights = Weights<Narrowed<Forty, Three, One, One>>(width, 6);
        float[] input = new float[5 * 61 * 40], output = new float[43 * 61 * 40];
        KernelTest.Refuses(12200, 12199, () => ExpandedDepthwise.Forward<Widened<Five, Forty, One>, Narrowed<Forty, Three, One, One>>(input.AsSpan(1), expand, weights, [], output, Team.Alone));
        KernelTest.Refuses(104920, 104919, () => ExpandedDepthwise.Forward<Widened<Five, Forty, One>, Narrowed<Forty, Three, One, One>>(input, expand, weights, [], output.AsSpan(1), Team.Alone));
        KernelTest.Refuses(49815, 0, () => ExpandedDepthwise.Forward<Widened<Five, Forty, Three>, Narrowed<Forty, Three, One, One>>(new float[5 * 122 * 80], framed, weights, [], output, Team.Alone));
        Assert.Throws<ArgumentException>(() => ExpandedDepthwise.Forward<Widened<Five, Forty, One>, Narrowed<Forty, Three, One, One>>(input, framed, weights, [], output, Team.Alone));

        // Seven by seven; not the same channels; a row of nine.
        RefusesPair(() => ExpandedDepthwise.Forward<Widened<Five, Forty, One>, Narrowed<Forty, Seven, One, One>>(input, expand, weights, [], output, Team.Alone));
        RefusesPair(() => ExpandedDepthwise.Forward<Widened<Five, ThirtyTwo, One>, Narrowed<Forty, Three, One, One>>(input, expand, weights, [], output, Team.Alone));
        RefusesPair(() => ExpandedDepthwise.Forward<Activated<Nought, Nought>, Activated<Two, Nought>>(input, expand, weights, [], output, Team.Alone));
    }

    private static void RefusesPair(Action action) =>
        Assert.Contains("a depthwise convolution of 3x3 or 5x5", Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static void Check<TExpand, TDepthwise>(int width)
        where TExpand : struct, IConvolution
        where TDepthwise : struct, IConvolution
    {
        int channels = TExpand.OutputChannels;
        (double[] wide, _) = ConvolutionReference.Compute<TExpand>(Input<TExpand>(), KernelTest.Random(KernelTest.WeightLength<TExpand>(), 4), KernelTest.Random(channels, 5));
        float[] between = [.. wide.Select((value, i) => (float)HardSwish(NormalizationReference.Compute<TExpand>(value, i / (TExpand.OutputHeight * TExpand.OutputWidth), 20)))];
        (double[] expected, double[] scale) = ConvolutionReference.Compute<TDepthwise>(between, KernelTest.Random(KernelTest.WeightLength<TDepthwise>(), 6), KernelTest.Random(channels, 7));
        float[] found = Convolve<TExpand, TDepthwise>((VectorWidth)width, Team.Alone);
        int points = TDepthwise.OutputHeight * TDepthwise.OutputWidth;
        for (int c = 0; c < channels; c++)
        {
            for (int point = 0; point < points; point++)
            {
                int i = (c * points) + point;
                double value = Math.Clamp(NormalizationReference.Compute<TDepthwise>(expected[i], c, 30), 0, 6);
                Assert.Equal(value, found[(point * TDepthwise.OutputStep) + TDepthwise.OutputStart + c], 1e-5 * (1 + scale[i]));
            }
        }

        // Beside them nothing is written.
        Assert.All(found.Where((_, i) => (i % TDepthwise.OutputStep) - TDepthwise.OutputStart is var c && (c < 0 || c >= channels)), value => Assert.Equal(KernelTest.Untouched, value));
    }

    private static double HardSwish(double x) => x * Math.Clamp(x + 3, 0, 6) / 6;

    private static float[] Input<TGeometry>()
        where TGeometry : struct, IConvolution => KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);

    private static ConvolutionWeights Weights<TGeometry>(VectorWidth width, int seed)
        where TGeometry : struct, IConvolution => ConvolutionWeights.Pack<TGeometry>(KernelTest.Random(KernelTest.WeightLength<TGeometry>(), seed), KernelTest.Random(TGeometry.OutputChannels, seed + 1), width);

    private static float[] Convolve<TExpand, TDepthwise>(VectorWidth width, Team team)
        where TExpand : struct, IConvolution
        where TDepthwise : struct, IConvolution
    {
        float[] map = KernelTest.ChannelsLast(Input<TExpand>(), TExpand.InputChannels), scratch = new float[TExpand.ScratchLength];
        Array.Fill(scratch, float.NaN);
        return KernelTest.Written(TDepthwise.OutputHeight * TDepthwise.OutputWidth * TDepthwise.OutputStep, output => ExpandedDepthwise.Forward<TExpand, TDepthwise>(
            map, Weights<TExpand>(width, 4), Weights<TDepthwise>(width, 6), scratch, output, team, NormalizationReference.Weights<TExpand>(20), NormalizationReference.Weights<TDepthwise>(30)));
    }
}

/// <summary>A convolution to 61 x 40 pixels: of 1x1, or of 3x3 with a stride of two and padding. HardSwish follows.</summary>
internal readonly struct Widened<TInputs, TOutputs, TKernel> : ITestConvolution<Widened<TInputs, TOutputs, TKernel>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where TKernel : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => 61 * StrideHeight;
    public static int InputWidth => 40 * StrideWidth;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => 61;
    public static int OutputWidth => 40;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int StrideHeight => TKernel.Value == 1 ? 1 : 2;
    public static int StrideWidth => StrideHeight;
    public static int PaddingTop => TKernel.Value / 2;
    public static int PaddingLeft => TKernel.Value / 2;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Direct;
    public static Activation Activation => Activation.HardSwish;
}

/// <summary>A depthwise convolution over 61 x 40 pixels; ReLU6 follows, among three channels more.</summary>
internal readonly struct Narrowed<TChannels, TKernel, TStride, TPadding> : ITestConvolution<Narrowed<TChannels, TKernel, TStride, TPadding>>
    where TChannels : struct, ICount
    where TKernel : struct, ICount
    where TStride : struct, ICount
    where TPadding : struct, ICount
{
    public static int InputChannels => TChannels.Value;
    public static int InputHeight => 61;
    public static int InputWidth => 40;
    public static int OutputChannels => TChannels.Value;
    public static int OutputHeight => ((61 + (2 * TPadding.Value) - TKernel.Value) / TStride.Value) + 1;
    public static int OutputWidth => ((40 + (2 * TPadding.Value) - TKernel.Value) / TStride.Value) + 1;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static int PaddingTop => TPadding.Value;
    public static int PaddingLeft => TPadding.Value;
    public static int Groups => TChannels.Value;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Depthwise;
    public static Activation Activation => Activation.ReLU6;
    public static int OutputStep => OutputChannels + 3;
    public static int OutputStart => 2;
}

/// <summary>As wide a map of as wide a block as a pair may have.</summary>
internal readonly struct Broad : ITestConvolution<Broad>
{
    public static int InputChannels => 3;
    public static int InputHeight => 5;
    public static int InputWidth => 298;
    public static int OutputChannels => 64;
    public static int OutputHeight => 5;
    public static int OutputWidth => 298;
    public static int KernelHeight => 1;
    public static int KernelWidth => 1;
    public static Activation Activation => Activation.HardSwish;
}

/// <summary>What reads <see cref="Broad"/>; ReLU6 follows.</summary>
internal readonly struct BroadDepthwise : ITestConvolution<BroadDepthwise>
{
    public static int InputChannels => 64;
    public static int InputHeight => 5;
    public static int InputWidth => 298;
    public static int OutputChannels => 64;
    public static int OutputHeight => 5;
    public static int OutputWidth => 298;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int Groups => 64;
    public static Activation Activation => Activation.ReLU6;
}
