using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>The logarithm of softmax over channels.</summary>
public class LogSoftmaxTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        foreach (float scale in new[] { 0.1f, 20, 500 })
        {
            float[] input = [.. KernelTest.Random(Map.Length).Select(x => x * scale)];
            double[] expected = [.. input.Chunk(Map.Channels).SelectMany(point =>
            {
                double max = point.Max();
                double log = Math.Log(point.Sum(x => Math.Exp(x - max)));
                return point.Select(x => x - max - log);
            })];
            double[] largest = [.. expected.Select(_ => expected.Max(Math.Abs))];
            float[] output = KernelTest.Written(input.Length, span => LogSoftmax.Forward<Map>(input, span, (VectorWidth)width));
            KernelTest.Close(expected, output, 3e-7, largest);
            LogSoftmax.Forward<Map>(input, input, (VectorWidth)width);
            Assert.Equal(output, input);
        }
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_and_infinity_fill_their_point_and_no_other(int width)
    {
        float[] values = KernelTest.Random(Map.Length);
        values[(2 * Map.Channels) + 18] = float.NaN;
        values[(4 * Map.Channels) + 3] = float.PositiveInfinity;
        LogSoftmax.Forward<Map>(values, values, (VectorWidth)width);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(i / Map.Channels is 2 or 4, float.IsNaN(values[i]));
        }
    }

    [Fact]
    public void Minus_infinity_stays()
    {
        float[] values = new float[Map.Length];
        values[5] = float.NegativeInfinity;
        LogSoftmax.Forward<Map>(values, values);
        Assert.Equal(float.NegativeInfinity, values[5]);
        Assert.Equal(-Math.Log(Map.Channels - 1), values[4], 1e-6);
    }

    [Fact]
    public void Wrong_lengths_are_refused() =>
        KernelTest.Refuses(126, 125, () => LogSoftmax.Forward<Map>(new float[125], new float[126]));

    [Fact]
    public void Allocates_nothing()
    {
        float[] values = new float[Map.Length];
        KernelTest.AllocatesNothing(() => LogSoftmax.Forward<Map>(values, values));
    }

    private readonly struct Map : IShape
    {
        public static int Rank => 3;
        public static int Channels => 21;
        public static int Height => 2;
        public static int Width => 3;
        public static int Length => 126;
    }
}
