using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Softmax over channels.</summary>
public class SoftmaxTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<Logits>(width, x => x * 20);
        Check<Map>(width, x => x + 500);
        Check<Narrow>(width, x => x * 10);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_fills_its_point_and_no_other(int width)
    {
        float[] values = KernelTest.Random(Map.Length);
        values[(2 * Map.Channels) + 18] = float.NaN;
        Softmax.Forward<Map>(values, values, (VectorWidth)width);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(i / Map.Channels == 2, float.IsNaN(values[i]));
        }
    }

    [Fact]
    public void Minus_infinity_has_probability_0()
    {
        float[] values = [float.NegativeInfinity, 1, 1];
        Softmax.Forward<Three>(values, values);
        Assert.Equal([0, 0.5f, 0.5f], values);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(3, 2, () => Softmax.Forward<Three>(new float[2], new float[3]));
        KernelTest.Refuses(3, 4, () => Softmax.Forward<Three>(new float[3], new float[4]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] values = new float[Map.Length];
        KernelTest.AllocatesNothing(() => Softmax.Forward<Map>(values, values));
    }

    private static void Check<T>(int width, Func<float, float> scale)
        where T : struct, IShape
    {
        float[] input = [.. KernelTest.Random(T.Length).Select(scale)];
        double[] expected = [.. input.Chunk(T.Channels).SelectMany(point =>
        {
            double max = point.Max();
            double sum = point.Sum(x => Math.Exp(x - max));
            return point.Select(x => Math.Exp(x - max) / sum);
        })];
        double[] smallest = [.. expected.Select(_ => 1e-37)];
        // x - max is rounded: exp makes of half a unit in the last place of 40 an error of 2e-6.
        float[] output = KernelTest.Written(input.Length, span => Softmax.Forward<T>(input, span, (VectorWidth)width));
        KernelTest.Close(expected, output, 3e-6, smallest);
        Softmax.Forward<T>(input, input, (VectorWidth)width);
        KernelTest.Close(expected, input, 3e-6, smallest);
    }

    private readonly struct Logits : IShape
    {
        public static int Rank => 1;
        public static int Channels => 1000;
        public static int Height => 1;
        public static int Width => 1;
        public static int Length => 1000;
    }

    private readonly struct Map : IShape
    {
        public static int Rank => 3;
        public static int Channels => 21;
        public static int Height => 2;
        public static int Width => 3;
        public static int Length => 126;
    }

    private readonly struct Narrow : IShape
    {
        public static int Rank => 3;
        public static int Channels => 2;
        public static int Height => 3;
        public static int Width => 3;
        public static int Length => 18;
    }

    private readonly struct Three : IShape
    {
        public static int Rank => 1;
        public static int Channels => 3;
        public static int Height => 1;
        public static int Width => 1;
        public static int Length => 3;
    }
}
