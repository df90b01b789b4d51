using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>The weights of Winograd's and Strassen's algorithms, which keep the ones they are made of.</summary>
public class TransformedWeightsTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Weights_come_back_bit_for_bit(int width)
    {
        RoundTrip<Transformed<ThirtyFive, Forty, Seven, Nine, Three, Four, One>>((VectorWidth)width);
        RoundTrip<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>((VectorWidth)width);
        RoundTrip<Strided<Sixteen, ThirtyFive, ThirtyFive, Three, Two, One, Four>>((VectorWidth)width);
        RoundTrip<Divided<Forty, ThirtyFive, Seven, Nine, One, Two>>((VectorWidth)width);
        RoundTrip<Changing>((VectorWidth)width);
        RoundTrip<DividedWindows<SixtyFour, ThirtyFive, Three, Three, Two, One, Two>>((VectorWidth)width);
    }

    [Fact]
    public void Weights_of_another_convolution_are_refused()
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<Transformed<Sixteen, Sixteen, Seven, Nine, Three, Four, One>>(new float[16 * 16 * 9], null);
        float[] scratch = new float[Scratch<Transformed<Sixteen, Sixteen, Seven, Nine, Three, Three, One>>()];
        Assert.Throws<ArgumentException>(() => Convolution.Forward<Transformed<Sixteen, Sixteen, Seven, Nine, Three, Three, One>>(
            new float[16 * 63], weights, scratch, new float[16 * 63], Team.Alone));
    }

    private static int Scratch<TGeometry>()
        where TGeometry : struct, IConvolution => TGeometry.ScratchLength;

    private static void RoundTrip<TGeometry>(VectorWidth width)
        where TGeometry : struct, IConvolution
    {
        float[] weight = KernelTest.RandomWithSpecials(KernelTest.WeightLength<TGeometry>());
        float[] bias = KernelTest.Random(TGeometry.OutputChannels);
        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, width);
        Assert.Equal(weight.Select(BitConverter.SingleToInt32Bits), packed.OriginalWeight().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(bias, packed.OriginalBias());
    }
}
