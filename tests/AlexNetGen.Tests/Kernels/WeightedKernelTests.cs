using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Kernels that read weights beside a map: threads share their parts, and change no bit.</summary>
public class WeightedKernelTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        Normalize<ThreeGroups>(threads);
        Normalize<Layers>(threads);
        Normalize<Instances>(threads);

        ChannelWeights slopes = ChannelWeights.Create<Slopes>(KernelTest.Random(Slopes.WeightLength), null);
        float[] input = KernelTest.Random(Slopes.Points * Slopes.Channels);
        KernelTest.SameOfThreads(threads, input.Length, (output, team) => ParametricRectifiedLinear.Forward<Slopes>(input, slopes, output, team));
    }

    private static void Normalize<T>(int threads)
        where T : struct, IGroupNormalization
    {
        float[] input = KernelTest.Random(T.Regions * T.Points * T.Channels);
        ChannelWeights weights = ChannelWeights.Create<T>(KernelTest.Random(T.Channels, 2), KernelTest.Random(T.Channels, 3));
        KernelTest.SameOfThreads(threads, input.Length, (output, team) => GroupNormalization.Forward<T>(input, weights, output, team));
        KernelTest.SameOfThreads(threads, input.Length, (output, team) => GroupNormalization.Forward<T>(input, output, team));
    }

    private readonly struct ThreeGroups : IGroupNormalization
    {
        public static int WeightLength => 42;
        public static int Channels => 42;
        public static int Regions => 1;
        public static int Points => 900;
        public static int Groups => 3;
        public static float Epsilon => 1e-5f;
    }

    private readonly struct Layers : IGroupNormalization
    {
        public static int WeightLength => 37;
        public static int Channels => 37;
        public static int Regions => 601;
        public static int Points => 1;
        public static int Groups => 1;
        public static float Epsilon => 1e-5f;
    }

    private readonly struct Instances : IGroupNormalization
    {
        public static int WeightLength => 50;
        public static int Channels => 50;
        public static int Regions => 1;
        public static int Points => 401;
        public static int Groups => 50;
        public static float Epsilon => 1e-5f;
    }

    private readonly struct Slopes : IParametricRectifiedLinear
    {
        public static int WeightLength => 37;
        public static int Channels => 37;
        public static int Points => 601;
    }
}
