using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Local response normalisation against its definition.</summary>
public class LocalResponseNormalizationTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<AlexNetNorm>(width);
        Check<Strong>(width);
        Check<Wide>(width);
        Check<One>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_and_infinity_travel(int width)
    {
        Check<AlexNetNorm>(width, KernelTest.RandomWithSpecials(AlexNetNorm.Points * AlexNetNorm.Channels));
        Check<Strong>(width, KernelTest.RandomWithSpecials(Strong.Points * Strong.Channels));
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(4, 3, () => LocalResponseNormalization.Forward<One>(new float[3], new float[4]));
        KernelTest.Refuses(4, 5, () => LocalResponseNormalization.Forward<One>(new float[4], new float[5]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[Strong.Points * Strong.Channels], output = new float[input.Length];
        KernelTest.AllocatesNothing(() => LocalResponseNormalization.Forward<Strong>(input, output));
    }

    [Fact]
    public void Several_threads_share_the_points()
    {
        float[] input = KernelTest.Random(LargeNorm.Points * LargeNorm.Channels), expected = new float[input.Length];
        LocalResponseNormalization.Forward<LargeNorm>(input, expected);
        using Team team = new(3);
        Team entered = team.Enter();
        float[] output = KernelTest.Written(input.Length, span => LocalResponseNormalization.Forward<LargeNorm>(input, span, entered));
        team.Leave(entered);
        Assert.Equal(expected, output);
    }

    private static void Check<T>(int width, float[]? values = null)
        where T : struct, ILocalResponseNormalization
    {
        float[] input = values ?? [.. KernelTest.Random(T.Points * T.Channels).Select(x => x * 20)];
        double[] expected = new double[input.Length];
        for (int i = 0; i < input.Length; i++)
        {
            int channel = i % T.Channels;
            double sum = 0;
            for (int c = channel - (T.Size / 2); c <= channel + (T.Size / 2); c++)
            {
                double x = c >= 0 && c < T.Channels ? input[i - channel + c] : 0;
                sum += x * x;
            }

            expected[i] = input[i] / Math.Pow(T.K + (T.Scale * sum), T.Beta);
        }

        float[] output = KernelTest.Written(
            input.Length, span => LocalResponseNormalization.Forward<T>(input, span, (VectorWidth)width));
        KernelTest.Close(expected, output, T.Beta == 0.75f ? 5e-7 : 1.5e-6);
    }

    private readonly struct LargeNorm : ILocalResponseNormalization
    {
        public static int Channels => 100;
        public static int Points => 170;
        public static int Size => 5;
        public static float Scale => 2e-5f;
        public static float Beta => 0.75f;
        public static float K => 1;
    }

    private readonly struct AlexNetNorm : ILocalResponseNormalization
    {
        public static int Channels => 96;
        public static int Points => 6;
        public static int Size => 5;
        public static float Scale => 2e-5f;
        public static float Beta => 0.75f;
        public static float K => 1;
    }

    private readonly struct Strong : ILocalResponseNormalization
    {
        public static int Channels => 27;
        public static int Points => 5;
        public static int Size => 3;
        public static float Scale => 0.7f;
        public static float Beta => 0.6f;
        public static float K => 2;
    }

    private readonly struct Wide : ILocalResponseNormalization
    {
        public static int Channels => 5;
        public static int Points => 7;
        public static int Size => 9;
        public static float Scale => 0.1f;
        public static float Beta => 0.75f;
        public static float K => 1;
    }

    private readonly struct One : ILocalResponseNormalization
    {
        public static int Channels => 1;
        public static int Points => 4;
        public static int Size => 1;
        public static float Scale => 1;
        public static float Beta => 1;
        public static float K => 0.5f;
    }
}
