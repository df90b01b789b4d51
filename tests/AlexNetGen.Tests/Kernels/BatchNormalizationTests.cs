using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Batch normalisation against its formula, (x - mean) / sqrt(variance + epsilon) * gamma + beta, in double precision.</summary>
public class BatchNormalizationTests
{
    private const int Points = 700;

    [Fact]
    public void Every_point_is_normalised()
    {
        Check<Alone<One>>();
        Check<Alone<Nineteen>>();
        Check<Alone<Forty>>();
    }

    // A map of 64 channels, of which some from the sixth on are normalised.
    [Fact]
    public void Other_channels_may_lie_between()
    {
        Check<Among<One>>();
        Check<Among<Nineteen>>();
        Check<Among<Forty>>();
    }

    [Fact]
    public void Refuses_other_lengths()
    {
        BatchNormalizationWeights weights = Weights<Among<Forty>>();
        KernelTest.Refuses(Points * 64, Points * 40, () => BatchNormalization.Forward<Among<Forty>>(new float[Points * 40], weights, new float[Points * 40]));
        KernelTest.Refuses(Points * 40, Points * 64, () => BatchNormalization.Forward<Among<Forty>>(new float[Points * 64], weights, new float[Points * 64]));
    }

    private static void Check<TGeometry>()
        where TGeometry : struct, IBatchNormalization
    {
        int channels = TGeometry.Channels, step = Math.Max(TGeometry.InputStep, channels);
        float[] input = KernelTest.Random(Points * step, 3), gamma = KernelTest.Random(channels, 4), beta = KernelTest.Random(channels, 5), mean = KernelTest.Random(channels, 6);
        float[] variance = Variance(channels);
        double[] expected = new double[Points * channels];
        for (int i = 0; i < expected.Length; i++)
        {
            int c = i % channels;
            expected[i] = Math.Max(0, ((input[(i / channels * step) + TGeometry.InputStart + c] - mean[c]) / Math.Sqrt(variance[c] + TGeometry.Epsilon) * gamma[c]) + beta[c]);
        }

        using Team team = new(2);
        foreach (Team threads in new[] { Team.Alone, team })
        {
            float[] output = KernelTest.Written(expected.Length, span => BatchNormalization.Forward<TGeometry>(input, Weights<TGeometry>(), span, threads));
            KernelTest.Close(expected, output, 1e-6, [.. Enumerable.Repeat(2d, expected.Length)]);
        }
    }

    private static BatchNormalizationWeights Weights<TGeometry>()
        where TGeometry : struct, IBatchNormalization
    {
        int channels = TGeometry.Channels;
        return BatchNormalizationWeights.Create<TGeometry>(KernelTest.Random(channels, 4), KernelTest.Random(channels, 5), KernelTest.Random(channels, 6), Variance(channels));
    }

    private static float[] Variance(int channels) => [.. KernelTest.Random(channels, 7).Select(value => value + 1.5f)];

    private readonly struct Alone<TChannels> : IBatchNormalization
        where TChannels : struct, ICount
    {
        public static int Channels => TChannels.Value;
        public static int Points => BatchNormalizationTests.Points;
        public static float Epsilon => 1e-5f;
        public static bool ReLU => true;
    }

    private readonly struct Among<TChannels> : IBatchNormalization
        where TChannels : struct, ICount
    {
        public static int Channels => TChannels.Value;
        public static int Points => BatchNormalizationTests.Points;
        public static int InputStep => 64;
        public static int InputStart => 5;
        public static float Epsilon => 1e-5f;
        public static bool ReLU => true;
    }

    private readonly struct Nineteen : ICount
    {
        public static int Value => 19;
    }
}
