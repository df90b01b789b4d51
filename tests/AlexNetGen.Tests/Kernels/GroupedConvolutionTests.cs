using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Convolution with vectors across the channels of narrow groups, against its definition in double precision.</summary>
public class GroupedConvolutionTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Depthwise_is_as_defined(int width)
    {
        Check<AcrossChannels<Twenty, One, Three, One, One>>(width);
        Check<AcrossChannels<Twenty, One, Five, One, One>>(width);
        Check<AcrossChannels<Twenty, One, Seven, One, One>>(width);
        Check<AcrossChannels<Twenty, One, Three, Two, One>>(width);
        Check<AcrossChannels<Twenty, One, Five, Two, One>>(width);
        Check<AcrossChannels<Twenty, One, Seven, Two, One>>(width);
        Check<AcrossChannels<Three, One, Three, One, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Other_kernels_are_as_defined(int width)
    {
        Check<AcrossChannels<Twenty, One, Nine, One, One>>(width);
        Check<AcrossChannels<Twenty, One, Three, Three, One>>(width);
        Check<AcrossChannels<Twenty, One, Four, One, One>>(width);
        Check<AcrossChannels<Twenty, One, Five, One, Two>>(width);
        Check<AcrossChannels<Five, Eight, Three, One, Three>>(width);
        Check<AcrossChannels<Two, ThirtyTwo, Two, Three, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Narrow_groups_are_as_defined(int width)
    {
        Check<AcrossChannels<Ten, Two, Three, One, One>>(width);
        Check<AcrossChannels<Ten, Four, Three, One, One>>(width);
        Check<AcrossChannels<Ten, Four, Three, Two, One>>(width);
        Check<AcrossChannels<Five, Eight, Five, Two, One>>(width);
        Check<AcrossChannels<Three, Eight, Three, One, One>>(width);
        Check<AcrossChannels<Three, Sixteen, Three, One, One>>(width);
        Check<AcrossChannels<Two, ThirtyTwo, Three, Two, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Dilated_kernels_are_as_defined(int width)
    {
        Check<AcrossRows<One, One, Three, One, Two>>(width);
        Check<AcrossRows<One, One, Five, One, Three>>(width);
        Check<AcrossRows<One, One, Four, One, Three>>(width);
        Check<AcrossRows<One, One, Three, Two, Two>>(width);
        Check<AcrossRows<One, One, Three, Two, Three>>(width);
        Check<AcrossRows<One, One, Two, Three, Two>>(width);
        Check<AcrossRows<One, One, Three, One, Seven>>(width);
        Check<AcrossRows<Two, Two, Three, One, Two>>(width);
        Check<AcrossRows<Eight, Eight, Three, Two, Three>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Long_and_even_kernels_are_as_defined(int width)
    {
        Check<AcrossRows<One, One, One, One, One>>(width);
        Check<AcrossRows<One, One, Two, One, One>>(width);
        Check<AcrossRows<One, One, Six, Two, One>>(width);
        Check<AcrossRows<One, One, Nine, One, One>>(width);
        Check<AcrossRows<One, One, Ten, Two, One>>(width);
        Check<AcrossRows<One, One, Twenty, One, Two>>(width);
        Check<AcrossRows<Four, Four, Nine, One, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Wider_groups_of_outputs_are_as_defined(int width)
    {
        Check<AcrossRows<One, Two, Three, One, One>>(width);
        Check<AcrossRows<One, Three, Three, Two, One>>(width);
        Check<AcrossRows<One, Five, Four, One, Two>>(width);
        Check<AcrossRows<One, Sixteen, Three, One, One>>(width);
        Check<AcrossRows<One, Twenty, Three, One, One>>(width);
        Check<AcrossRows<Two, Four, Three, One, One>>(width);
        Check<AcrossRows<Three, Eight, Five, Two, One>>(width);
        Check<AcrossRows<Three, Sixteen, Three, One, One>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Weights_come_back_bit_for_bit(int width)
    {
        RoundTrip<AcrossChannels<Twenty, One, Three, One, One>>(width);
        RoundTrip<AcrossChannels<Ten, Four, Three, Two, One>>(width);
        RoundTrip<AcrossRows<One, Three, Three, Two, One>>(width);
        RoundTrip<AcrossChannels<Two, ThirtyTwo, Three, Two, One>>(width);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        AreSame<AcrossChannels<Ten, Four, Three, One, One>>();
        AreSame<AcrossRows<One, One, Three, One, Two>>();
        AreSame<AcrossRows<One, Three, Nine, One, One>>();
    }

    private static void AreSame<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        using Team team = new(3);
        Assert.Equal(Convolve<TGeometry>(Team.Alone), Convolve<TGeometry>(team));
    }

    private static void Check<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        int channels = TGeometry.OutputChannels, points = TGeometry.OutputHeight * TGeometry.OutputWidth;
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(channels, 5);
        (double[] expected, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, weight, bias);
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels);
        float[] joined = new float[points * TGeometry.OutputStep];
        Array.Fill(joined, -7);
        float[] addend = KernelTest.Random(joined.Length, 6);
        Convolution.Forward<TGeometry>(map, ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width), [], joined, Team.Alone, addend: addend);
        for (int point = 0; point < points; point++)
        {
            for (int c = 0; c < TGeometry.OutputStep; c++)
            {
                float found = joined[(point * TGeometry.OutputStep) + c];
                int own = c - TGeometry.OutputStart;
                if (own < 0 || own >= channels)
                {
                    // Another layer's.
                    Assert.Equal(-7, found);
                    continue;
                }

                int i = (own * points) + point;
                double sum = expected[i] + addend[(point * TGeometry.OutputStep) + own];
                Assert.Equal(TGeometry.Activation == Activation.ReLU6 ? Math.Clamp(sum, 0, 6) : sum * Math.Clamp(sum + 3, 0, 6) / 6, found, 2e-6 * (scale[i] + 1));
            }
        }
    }

    private static void RoundTrip<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        float[] weight = KernelTest.RandomWithSpecials(KernelTest.WeightLength<TGeometry>());
        float[] back = ConvolutionWeights.Pack<TGeometry>(weight, null, (VectorWidth)width).OriginalWeight();
        Assert.Equal(weight.Select(BitConverter.SingleToInt32Bits), back.Select(BitConverter.SingleToInt32Bits));
    }

    private static float[] Convolve<TGeometry>(Team team)
        where TGeometry : struct, IConvolution
    {
        float[] map = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4);
        float[] output = new float[TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.OutputStep];
        Convolution.Forward<TGeometry>(map, ConvolutionWeights.Pack<TGeometry>(weight, null), [], output, team);
        return output;
    }
}
