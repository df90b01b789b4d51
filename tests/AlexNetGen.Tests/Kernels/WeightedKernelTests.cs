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

        TransposedConvolutionWeights weights = TransposedConvolutionWeights.Pack<Doubling>(KernelTest.Random(3 * 5 * 2 * 2), KernelTest.Random(5, 2));
        float[] map = KernelTest.Random(32 * 31 * 3);
        KernelTest.SameOfThreads(threads, 64 * 62 * 5, (output, team) => TransposedConvolution.Forward<Doubling>(map, weights, output, team));
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

    private readonly struct Doubling : ITransposedConvolution
    {
        public static int InputChannels => 3;
        public static int InputHeight => 32;
        public static int InputWidth => 31;
        public static int OutputChannels => 5;
        public static int OutputHeight => 64;
        public static int OutputWidth => 62;
        public static int KernelHeight => 2;
        public static int KernelWidth => 2;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int PaddingTop => 0;
        public static int PaddingLeft => 0;
        public static int Groups => 1;
    }
}
