using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Group, layer and instance normalisation against their definition.</summary>
public class GroupNormalizationTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<TwoGroups>(width);
        Check<Layers>(width);
        Check<Instances>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_fills_its_group_and_no_other(int width)
    {
        float[] input = KernelTest.Random(9 * 42);
        input[(4 * 42) + 22] = float.NaN;
        float[] output = new float[input.Length];
        GroupNormalization.Forward<TwoGroups>(input, null, output, (VectorWidth)width);
        for (int i = 0; i < output.Length; i++)
        {
            Assert.Equal(i % 42 >= 21, float.IsNaN(output[i]));
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(378, 377, () => GroupNormalization.Forward<TwoGroups>(new float[377], new float[378], Team.Alone));
        KernelTest.Refuses(378, 379, () => GroupNormalization.Forward<TwoGroups>(new float[378], new float[379], Team.Alone));
        KernelTest.Refuses(42, 41, () => ChannelWeights.Create<TwoGroups>(new float[41], null));
        KernelTest.Refuses(42, 43, () => ChannelWeights.Create<TwoGroups>(new float[42], new float[43]));
        KernelTest.Refuses(42, 20, () => GroupNormalization.Forward<TwoGroups>(
            new float[378], ChannelWeights.Create<Instances>(new float[20], null), new float[378], Team.Alone));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[378], output = new float[378];
        ChannelWeights weights = ChannelWeights.Create<TwoGroups>(new float[42], new float[42]);
        KernelTest.AllocatesNothing(() => GroupNormalization.Forward<TwoGroups>(input, weights, output, Team.Alone));
    }

    private static void Check<T>(int width)
        where T : struct, IGroupNormalization
    {
        // A mean far from 0, which a variance by the mean of squares would not survive.
        float[] input = [.. KernelTest.Random(T.Regions * T.Points * T.Channels).Select(x => x + 30)];
        float[] scale = KernelTest.Random(T.Channels, seed: 3), shift = KernelTest.Random(T.Channels, seed: 4);
        int share = T.Channels / T.Groups;
        double[] expected = new double[input.Length];
        for (int region = 0; region < T.Regions; region++)
        {
            for (int group = 0; group < T.Groups; group++)
            {
                int[] members = [.. Enumerable.Range(region * T.Points, T.Points)
                    .SelectMany(point => Enumerable.Range((point * T.Channels) + (group * share), share))];
                double mean = members.Average(i => (double)input[i]);
                double variance = members.Average(i => (input[i] - mean) * (input[i] - mean));
                foreach (int i in members)
                {
                    expected[i] = ((input[i] - mean) / Math.Sqrt(variance + T.Epsilon) * scale[i % T.Channels]) + shift[i % T.Channels];
                }
            }
        }

        ChannelWeights weights = ChannelWeights.Create<T>(scale, shift);
        float[] output = KernelTest.Written(expected.Length, span => GroupNormalization.Forward<T>(input, weights, span, (VectorWidth)width));
        KernelTest.Close(expected, output, 5e-6, [.. expected.Select(_ => 1.0)]);
    }

    private readonly struct TwoGroups : IGroupNormalization
    {
        public static int WeightLength => 42;
        public static int Channels => 42;
        public static int Regions => 1;
        public static int Points => 9;
        public static int Groups => 2;
        public static float Epsilon => 1e-3f;
    }

    private readonly struct Layers : IGroupNormalization
    {
        public static int WeightLength => 37;
        public static int Channels => 37;
        public static int Regions => 6;
        public static int Points => 1;
        public static int Groups => 1;
        public static float Epsilon => 1e-6f;
    }

    private readonly struct Instances : IGroupNormalization
    {
        public static int WeightLength => 20;
        public static int Channels => 20;
        public static int Regions => 1;
        public static int Points => 150;
        public static int Groups => 20;
        public static float Epsilon => 1e-5f;
    }
}
