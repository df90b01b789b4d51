using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Learned slopes, one a channel or one for all.</summary>
public class ParametricRectifiedLinearTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<PerChannel>(width);
        Check<ForAll>(width);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        ChannelWeights weights = ChannelWeights.Create<PerChannel>(new float[21], null);
        KernelTest.Refuses(63, 62, () => ParametricRectifiedLinear.Forward<PerChannel>(new float[62], weights, new float[63]));
        KernelTest.Refuses(63, 64, () => ParametricRectifiedLinear.Forward<PerChannel>(new float[63], weights, new float[64]));
        KernelTest.Refuses(1, 21, () => ParametricRectifiedLinear.Forward<ForAll>(new float[63], weights, new float[63]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[63], output = new float[63];
        ChannelWeights weights = ChannelWeights.Create<PerChannel>(new float[21], null);
        KernelTest.AllocatesNothing(() => ParametricRectifiedLinear.Forward<PerChannel>(input, weights, output));
    }

    private static void Check<T>(int width)
        where T : struct, IParametricRectifiedLinear
    {
        float[] input = KernelTest.RandomWithSpecials(T.Points * T.Channels);
        float[] slopes = [.. KernelTest.Random(T.WeightLength, seed: 3).Select(x => x + 1.5f)];
        double[] expected = [.. input.Select((x, i) => x < 0 ? (double)x * slopes[i % T.WeightLength] : x)];
        ChannelWeights weights = ChannelWeights.Create<T>(slopes, null);
        float[] output = KernelTest.Written(expected.Length, span => ParametricRectifiedLinear.Forward<T>(input, weights, span, (VectorWidth)width));
        KernelTest.Close(expected, output, 1e-7);
    }

    private readonly struct PerChannel : IParametricRectifiedLinear
    {
        public static int WeightLength => 21;
        public static int Channels => 21;
        public static int Points => 3;
    }

    private readonly struct ForAll : IParametricRectifiedLinear
    {
        public static int WeightLength => 1;
        public static int Channels => 21;
        public static int Points => 3;
    }
}
