using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>max(x, 0) that keeps NaN.</summary>
public class RectifiedLinearTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        foreach (int length in new[] { 5, 16, 37, 100 })
        {
            float[] input = KernelTest.RandomWithSpecials(length);
            double[] expected = [.. input.Select(x => x < 0 ? 0.0 : x)];
            float[] output = KernelTest.Written(length, span => RectifiedLinear.Forward(input, span, (VectorWidth)width));
            KernelTest.Close(expected, output, 0);
            RectifiedLinear.Forward(input, input, (VectorWidth)width);
            KernelTest.Close(expected, input, 0);
        }
    }

    [Fact]
    public void Nothing_is_nothing() => RectifiedLinear.Forward([], []);

    [Fact]
    public void Wrong_lengths_are_refused() =>
        KernelTest.Refuses(3, 2, () => RectifiedLinear.Forward(new float[3], new float[2]));

    [Fact]
    public void Allocates_nothing()
    {
        float[] values = new float[37];
        KernelTest.AllocatesNothing(() => RectifiedLinear.Forward(values, values));
    }
}
