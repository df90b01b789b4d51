using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Convolutions of several images against those of each by itself, which are held to the definition: the same bits.</summary>
public class ConvolutionBatchTests
{
    // Apart by no whole number of pixels.
    private const int Gap = 3;

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Images_are_as_alone(int width)
    {
        // Weights that are read together: 36 x 96 x 96 are more than 2^18. The others are too few, or not Winograd's.
        Check<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>>(width, isTogether: true);
        Check<Transformed<ThirtyFive, Forty, Seven, Nine, Three, Four, One>>(width, isTogether: false);
        Check<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>(width, isTogether: false);
        Check<Divided<Forty, ThirtyFive, Seven, Nine, One, Two>>(width, isTogether: false);
        Check<Plain<Sixteen, NinetySix, Seven, Nine, Three, Two>>(width, isTogether: false);
        Check<Plain<ThirtyFive, ThirtyFive, Seven, Nine, Three, ThirtyFive>>(width, isTogether: false);
        Check<Pointwise>(width, isTogether: false);
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<Scaling>([2f], null);
        float[] scratch = new float[Scratch<Scaling>()];
        Assert.Throws<ArgumentOutOfRangeException>("images", () => Convolution.ForwardBatch<Scaling>(new float[8], 4, weights, scratch, new float[8], 4, 0, Team.Alone));
        Assert.Throws<ArgumentOutOfRangeException>("inputStride", () => Convolution.ForwardBatch<Scaling>(new float[8], 3, weights, scratch, new float[8], 4, 2, Team.Alone));
        Assert.Throws<ArgumentOutOfRangeException>("outputStride", () => Convolution.ForwardBatch<Scaling>(new float[8], 4, weights, scratch, new float[8], 3, 2, Team.Alone));
        Assert.Throws<ArgumentOutOfRangeException>("addendStride", () => Convolution.ForwardBatch<Scaling>(new float[8], 4, weights, scratch, new float[8], 4, 2, Team.Alone, null, new float[8], 3));
        KernelTest.Refuses(9, 8, () => Convolution.ForwardBatch<Scaling>(new float[8], 5, weights, scratch, new float[8], 4, 2, Team.Alone));
        KernelTest.Refuses(9, 8, () => Convolution.ForwardBatch<Scaling>(new float[8], 4, weights, scratch, new float[8], 5, 2, Team.Alone));
        KernelTest.Refuses(9, 8, () => Convolution.ForwardBatch<Scaling>(new float[8], 4, weights, scratch, new float[8], 4, 2, Team.Alone, null, new float[8], 5));
    }

    private static int Scratch<TGeometry>()
        where TGeometry : struct, IConvolution => TGeometry.ScratchLength;

    private static void Check<TGeometry>(int width, bool isTogether)
        where TGeometry : struct, IConvolution
    {
        int channels = TGeometry.OutputChannels, inputLength = TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth;
        int outputLength = TGeometry.OutputStep * TGeometry.OutputHeight * TGeometry.OutputWidth;
        ConvolutionWeights weights = ConvolutionWeights.Pack<TGeometry>(KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), KernelTest.Random(channels, 5), (VectorWidth)width);
        Assert.Equal(isTogether, weights.AreReadTogether);
        BatchNormalizationWeights normalization = BatchNormalizationWeights.Create<Normalized<TGeometry>>(
            KernelTest.Random(channels, 6), KernelTest.Random(channels, 7), KernelTest.Random(channels, 8), [.. KernelTest.Random(channels, 9).Select(v => v + 1.5f)]);
        foreach ((int images, int room) in new[] { (1, 1), (2, 2), (3, 2), (5, 3), (4, 1) })
        {
            int inputStride = inputLength + Gap, outputStride = outputLength + Gap, addendStride = outputLength + (2 * Gap);
            float[] inputs = KernelTest.Random(images * inputStride, images), addends = KernelTest.Random(images * addendStride, images + 10);
            float[] scratch = new float[room * TGeometry.ScratchLength], one = new float[TGeometry.ScratchLength];
            Array.Fill(scratch, float.NaN);
            float[] outputs = KernelTest.Written(images * outputStride, span => Convolution.ForwardBatch<TGeometry>(
                inputs, inputStride, weights, scratch, span, outputStride, images, Team.Alone, normalization, addends, addendStride));
            for (int image = 0; image < images; image++)
            {
                float[] expected = new float[outputLength];
                Array.Fill(expected, KernelTest.Untouched);
                Convolution.Forward<TGeometry>(
                    inputs.AsSpan(image * inputStride, inputLength), weights, one, expected, Team.Alone, normalization, addends.AsSpan(image * addendStride, outputLength));
                Assert.Equal(expected, outputs[(image * outputStride)..][..outputLength]);
                Assert.All(outputs[((image * outputStride) + outputLength)..][..Gap], value => Assert.Equal(KernelTest.Untouched, value));
            }
        }
    }

    /// <summary>One channel of 2 x 2, times a number.</summary>
    private readonly struct Scaling : ITestConvolution<Scaling>
    {
        public static int InputChannels => 1;
        public static int InputHeight => 2;
        public static int InputWidth => 2;
        public static int OutputChannels => 1;
        public static int OutputHeight => 2;
        public static int OutputWidth => 2;
        public static int KernelHeight => 1;
        public static int KernelWidth => 1;
    }
}
