using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Kernels that only move values: their lengths, their bounds, and that they allocate nothing.</summary>
public class MovingKernelsTests
{
    private delegate void Kernel(ReadOnlySpan<float> input, Span<float> output);

    [Fact]
    public void Padding_frames_every_point()
    {
        float[] output = Check(ConstantPadding.Forward<Sizes>, 2 * 3 * 4, (1 + 2 + 2) * (3 + 3 + 1) * 4);
        for (int i = 0; i < output.Length; i++)
        {
            int x = i / 4 % 7, y = i / 4 / 7;
            bool inside = y is >= 1 and < 3 && x is >= 3 and < 6;
            Assert.Equal(inside ? ((((y - 1) * 3) + x - 3) * 4) + (i % 4) : 0.25f, output[i]);
        }
    }

    [Fact]
    public void Enlarging_repeats_points()
    {
        float[] output = Check(static (input, output) => NearestUpsampling.Forward<Sizes>(input, output), 2 * 3 * 4, 5 * 6 * 4);
        for (int i = 0; i < output.Length; i++)
        {
            int x = i / 4 % 6, y = i / 4 / 6;
            Assert.Equal((((y * 2 / 5 * 3) + (x / 2)) * 4) + (i % 4), output[i]);
        }
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Enlarging_repeats_whole_points(int width)
    {
        float[] input = KernelTest.Random(ManyChannels.InputHeight * ManyChannels.InputWidth * ManyChannels.Channels);
        float[] output = KernelTest.Written(
            ManyChannels.OutputHeight * ManyChannels.OutputWidth * ManyChannels.Channels,
            span => NearestUpsampling.Forward<ManyChannels>(input, span, (VectorWidth)width));
        for (int i = 0; i < output.Length; i++)
        {
            int x = i / ManyChannels.Channels % ManyChannels.OutputWidth, y = i / ManyChannels.Channels / ManyChannels.OutputWidth;
            int point = (y * 2 / 5 * ManyChannels.InputWidth) + (x / 2);
            Assert.Equal(input[(point * ManyChannels.Channels) + (i % ManyChannels.Channels)], output[i]);
        }
    }

    [Fact]
    public void Shuffling_deals_groups_round() =>
        Assert.Equal([0, 2, 1, 3, 4, 6, 5, 7], Check(ChannelShuffling.Forward<Sizes>, 6 * 4, 6 * 4)[..8]);

    [Fact]
    public void Shuffling_spreads_channels() =>
        Assert.Equal([0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11], Check(PixelShuffling.Forward<Sizes>, 2 * 3 * 4, 4 * 6)[..12]);

    [Fact]
    public void Slicing_takes_channels_of_every_point() =>
        Assert.Equal([1, 2, 5, 6, 9, 10], Check(static (input, output) => ChannelSlicing.Forward<Sizes>(input, output), 6 * 4, 6 * 2)[..6]);

    [Fact]
    public void Joining_fills_its_place_in_every_run()
    {
        float[] output = new float[2 * 7];
        Concatenation.Forward<Join>([1, 2, 3, 4, 5, 6], output);
        Assert.Equal([0, 0, 1, 2, 3, 0, 0, 0, 0, 4, 5, 6, 0, 0], output);
        KernelTest.Refuses(6, 5, () => Concatenation.Forward<Join>(new float[5], new float[14]));
        KernelTest.Refuses(14, 13, () => Concatenation.Forward<Join>(new float[6], new float[13]));
    }

    /// <summary>What the kernel makes of 0, 1, 2, ...</summary>
    private static float[] Check(Kernel kernel, int inputLength, int outputLength)
    {
        float[] input = [.. Enumerable.Range(0, inputLength).Select(i => (float)i)];
        KernelTest.Refuses(inputLength, inputLength - 1, () => kernel(input.AsSpan(1), new float[outputLength]));
        KernelTest.Refuses(outputLength, outputLength + 1, () => kernel(input, new float[outputLength + 1]));
        float[] again = new float[outputLength];
        KernelTest.AllocatesNothing(() => kernel(input, again));
        return KernelTest.Written(outputLength, span => kernel(input, span));
    }

    private readonly struct Sizes : IConstantPadding, IUpsampling, IChannelShuffle, IPixelShuffle, IChannelSlice
    {
        public static int Channels => 4;
        public static int InputHeight => 2;
        public static int InputWidth => 3;
        public static int PaddingTop => 1;
        public static int PaddingBottom => 2;
        public static int PaddingLeft => 3;
        public static int PaddingRight => 1;
        public static float Value => 0.25f;
        public static int OutputHeight => 5;
        public static int OutputWidth => 6;
        public static double StepHeight => 2.0 / 5;
        public static double StepWidth => 0.5;
        public static bool AlignCorners => false;
        public static int Points => 6;
        public static int Groups => 2;
        public static int OutputChannels => 1;
        public static int UpscaleFactor => 2;
        public static int Start => 1;
        public static int Count => 2;
    }

    private readonly struct ManyChannels : IUpsampling
    {
        public static int Channels => 37;
        public static int InputHeight => 2;
        public static int InputWidth => 3;
        public static int OutputHeight => 5;
        public static int OutputWidth => 6;
        public static double StepHeight => 2.0 / 5;
        public static double StepWidth => 0.5;
        public static bool AlignCorners => false;
    }

    private readonly struct Join : IConcatenation
    {
        public static int Runs => 2;
        public static int InputRun => 3;
        public static int OutputRun => 7;
        public static int Offset => 2;
    }
}
