using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Max and average pools against their definitions.</summary>
public class PoolingTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Max_is_as_defined(int width)
    {
        CheckMax<AlexNetPool>(width);
        CheckMax<ResNetPool>(width);
        CheckMax<UnequalPool>(width);
        CheckMax<CeilPool>(width);
        CheckMax<DilatedPool>(width);
        CheckMax<OutsidePool>(width);
        CheckMax<SharingPool>(width);
        CheckMax<SharingPoolOfSmallMap>(width);
        CheckMax<StridedSharingPool>(width);
        CheckMax<EmptySharingPool>(width);
        CheckMax<DilatedSharingPool>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Average_is_as_defined(int width)
    {
        CheckAverage<AlexNetPool>(width);
        CheckAverage<ResNetPool>(width);
        CheckAverage<UnequalPool>(width);
        CheckAverage<CeilPool>(width);
        CheckAverage<CeilPoolWithoutPadding>(width);
        CheckAverage<OutsidePool>(width);
        CheckAverage<SharingPool>(width);
        CheckAverage<SharingPoolOfSmallMap>(width);
        CheckAverage<StridedSharingPool>(width);
        CheckAverage<EmptySharingPool>(width);
    }

    [Fact]
    public void Padding_counts_and_overhang_does_not()
    {
        float[] ones = new float[5 * 36], output = new float[5 * 16];
        Array.Fill(ones, 1);
        AveragePooling.Forward<CeilPool>(ones, output);

        // The corner holds 2 x 2 ones of 3 x 3; the last window 1 x 1 one and padding to 2 x 2, of which it hangs over.
        Assert.Equal(4f / 9, output[0]);
        Assert.Equal(1f / 4, output[^1]);
    }

    [Fact]
    public void A_window_of_nothing_is_0_or_minus_infinity()
    {
        float[] input = KernelTest.Random(20), output = new float[20];
        AveragePooling.Forward<OutsidePool>(input, output);
        Assert.Equal(0, output[^1]);
        MaxPooling.Forward<OutsidePool>(input, output);
        Assert.Equal(float.NegativeInfinity, output[^1]);
    }

    [Fact]
    public void Several_threads_share_the_rows()
    {
        float[] input = KernelTest.Random(LargePool.Channels * LargePool.InputHeight * LargePool.InputWidth);
        double[] largest = PoolingReference.Max<LargePool>(input), mean = PoolingReference.Average<LargePool>(input);
        using Team team = new(3);
        Team entered = team.Enter();
        KernelTest.Close(largest, KernelTest.Written(largest.Length, span => MaxPooling.Forward<LargePool>(input, span, entered)), 0);
        float[] output = KernelTest.Written(mean.Length, span => AveragePooling.Forward<LargePool>(input, span, entered));
        team.Leave(entered);
        KernelTest.Close(mean, output, 1e-6, [.. mean.Select(_ => 1.0)]);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(180, 179, () => MaxPooling.Forward<CeilPool>(new float[179], new float[80]));
        KernelTest.Refuses(80, 81, () => MaxPooling.Forward<CeilPool>(new float[180], new float[81]));
        KernelTest.Refuses(180, 181, () => AveragePooling.Forward<CeilPool>(new float[181], new float[80]));
        KernelTest.Refuses(80, 79, () => AveragePooling.Forward<CeilPool>(new float[180], new float[79]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[180], output = new float[80];
        KernelTest.AllocatesNothing(() =>
        {
            MaxPooling.Forward<CeilPool>(input, output);
            AveragePooling.Forward<CeilPool>(input, output);
        });
    }

    private static void CheckMax<TGeometry>(int width)
        where TGeometry : struct, IPooling
    {
        foreach (float[] input in Inputs<TGeometry>())
        {
            double[] expected = PoolingReference.Max<TGeometry>(input);
            float[] output = KernelTest.Written(
                expected.Length, span => MaxPooling.Forward<TGeometry>(input, span, (VectorWidth)width));
            KernelTest.Close(expected, output, 0);
        }
    }

    private static void CheckAverage<TGeometry>(int width)
        where TGeometry : struct, IPooling
    {
        foreach (float[] input in Inputs<TGeometry>())
        {
            double[] expected = PoolingReference.Average<TGeometry>(input);
            float[] output = KernelTest.Written(
                expected.Length, span => AveragePooling.Forward<TGeometry>(input, span, (VectorWidth)width));
            KernelTest.Close(expected, output, 1e-6, [.. expected.Select(_ => 1.0)]);
        }
    }

    private static float[][] Inputs<TGeometry>()
        where TGeometry : struct, IPooling
    {
        int length = TGeometry.InputHeight * TGeometry.InputWidth * TGeometry.Channels;
        return [KernelTest.Random(length), KernelTest.RandomWithSpecials(length)];
    }
}
