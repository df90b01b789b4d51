using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Matrix products of an input whose channels are scaled, against the definition of the product with the scaled input.</summary>
public class ScaledConvolutionTests
{
    private const int Images = 3;

    // Apart by no whole number of pixels.
    private const int Gap = 3;

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_the_product_with_the_scaled_input(int width)
    {
        // Less than a vector, half of one after a whole one, a partly filled last block of several; one pixel.
        Check<Gated<Nine, Five, Seven>>(width);
        Check<Gated<Nine, TwentyFour, Seven>>(width);
        Check<Gated<ThirtyFive, ThirtyFive, Nine>>(width);
        Check<Gated<Sixteen, NinetySix, Thirteen>>(width);
        Check<Gated<ThirtyFive, NinetySix, One>>(width);
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        float[] factors = new float[9], input = new float[9 * 49], output = new float[5 * 49], scratch = new float[Scratch<Gated<Nine, Five, Seven>>()];
        ConvolutionWeights weights = ConvolutionWeights.Pack<Gated<Nine, Five, Seven>>(new float[45], null);
        KernelTest.Refuses(9, 8, () => Convolution.Forward<Gated<Nine, Five, Seven>>(input, weights, scratch, output, Team.Alone, scale: new float[8]));
        KernelTest.Refuses(9, 8, () => Convolution.ForwardBatch<Gated<Nine, Five, Seven>>(input, input.Length, weights, scratch, output, output.Length, 1, Team.Alone, scales: new float[8], scaleStride: 9));
        Assert.Throws<ArgumentOutOfRangeException>("scaleStride", () => Convolution.ForwardBatch<Gated<Nine, Five, Seven>>(input, input.Length, weights, scratch, output, output.Length, 1, Team.Alone, scales: factors, scaleStride: 8));

        // Padded, in groups, by another algorithm, without room.
        RefusesToScale<Plain<Sixteen, NinetySix, Seven, Nine, Three, One>>();
        RefusesToScale<Grouped>();
        RefusesToScale<Divided<Forty, ThirtyFive, Seven, Nine, One, Two>>();
        RefusesToScale<Pointwise>();
    }

    private static void RefusesToScale<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<TGeometry>(new float[KernelTest.WeightLength<TGeometry>()], null);
        float[] input = new float[TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth], output = new float[TGeometry.OutputStep * TGeometry.OutputHeight * TGeometry.OutputWidth];
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Convolution.Forward<TGeometry>(
            input, weights, new float[TGeometry.ScratchLength], output, Team.Alone, scale: new float[TGeometry.InputChannels]));
        Assert.Contains("scales the input", refused.Message, StringComparison.Ordinal);
    }

    private static int Scratch<TGeometry>()
        where TGeometry : struct, IConvolution => TGeometry.ScratchLength;

    private static void Check<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        int inputs = TGeometry.InputChannels, channels = TGeometry.OutputChannels, points = TGeometry.OutputHeight * TGeometry.OutputWidth;
        int inputStride = (inputs * points) + Gap, outputStride = (channels * points) + Gap, scaleStride = inputs + Gap;
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(channels, 5);
        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width);
        float[] maps = new float[Images * inputStride], factors = KernelTest.Random(Images * scaleStride, 6), scratch = new float[TGeometry.ScratchLength];
        (double[] Result, double[] Scale)[] expected = new (double[] Result, double[] Scale)[Images];
        for (int image = 0; image < Images; image++)
        {
            float[] input = KernelTest.Random(inputs * points, image + 7);
            KernelTest.ChannelsLast(input, inputs).CopyTo(maps, image * inputStride);
            expected[image] = ConvolutionReference.Compute<TGeometry>([.. input.Select((x, i) => x * factors[(image * scaleStride) + (i / points)])], weight, bias);
        }

        using Team team = new(2);
        foreach (Team threads in new[] { Team.Alone, team })
        {
            Team entered = threads.Enter();
            float[] outputs = KernelTest.Written(Images * outputStride, span => Convolution.ForwardBatch<TGeometry>(
                maps, inputStride, packed, scratch, span, outputStride, Images, entered, scales: factors, scaleStride: scaleStride));
            for (int image = 0; image < Images; image++)
            {
                int number = image;
                float[] alone = KernelTest.Written(channels * points, span => Convolution.Forward<TGeometry>(
                    maps.AsSpan(number * inputStride, inputs * points), packed, scratch, span, entered, scale: factors.AsSpan(number * scaleStride, inputs)));
                Assert.Equal(alone, outputs[(image * outputStride)..][..alone.Length]);
                float[] found = KernelTest.ChannelsLast(alone, points);
                for (int i = 0; i < found.Length; i++)
                {
                    Assert.Equal(expected[image].Result[i], found[i], 1e-6 * expected[image].Scale[i]);
                }
            }

            threads.Leave(entered);
        }
    }

    /// <summary>A 1x1 kernel over a square map, with room for its weights.</summary>
    private readonly struct Gated<TInputs, TOutputs, TSide> : ITestConvolution<Gated<TInputs, TOutputs, TSide>>
        where TInputs : struct, ICount
        where TOutputs : struct, ICount
        where TSide : struct, ICount
    {
        public static int InputChannels => TInputs.Value;
        public static int InputHeight => TSide.Value;
        public static int InputWidth => TSide.Value;
        public static int OutputChannels => TOutputs.Value;
        public static int OutputHeight => TSide.Value;
        public static int OutputWidth => TSide.Value;
        public static int KernelHeight => 1;
        public static int KernelWidth => 1;
        public static int ScratchLength => (TOutputs.Value + 15) / 16 * 16 * TInputs.Value;
    }

    private readonly struct TwentyFour : ICount
    {
        public static int Value => 24;
    }
}
