using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>
/// Batch normalisation, a sum and ReLU6 inside direct and depthwise convolutions, against the definition in double
/// precision; on maps whose rows are all of edges, have inner tiles, and end within a tile, and on channels that leave
/// a vector partly filled. A sum has the same bits where it is written over what is added.
/// </summary>
public class ConvolutionEpilogueTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Follows_a_depthwise_convolution(int width)
    {
        // One tile a row, two, five, and five with two columns more; 300 channels are several blocks.
        Check<Followed<Nine, Nine, Seven, Three, One>>(width);
        Check<Followed<Nine, Nine, Fourteen, Five, One>>(width);
        Check<Followed<Nine, Nine, ThirtyFive, Three, One>>(width);
        Check<Followed<Nine, Nine, ThirtySeven, Three, One>>(width);
        Check<Followed<ThreeHundred, ThreeHundred, Fourteen, Three, One>>(width);
        Check<Followed<TwentyOne, TwentyOne, ThirtyFive, Three, Two>>(width);
        Check<Followed<TwentyOne, TwentyOne, Seventy, Five, Two>>(width);
        Check<Followed<TwentyOne, TwentyOne, Seventy, Three, Two>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Follows_a_direct_convolution(int width)
    {
        // The narrow tile, for one or two vectors of rows that are long enough, and the wide one; partly filled last vectors of one to four.
        Check<Followed<Nine, TwentyOne, Seven, One, One>>(width);
        Check<Followed<Nine, Five, Fourteen, One, One>>(width);
        Check<Followed<Nine, FortyOne, Seven, One, One>>(width);
        Check<Followed<Nine, SixtyFour, Seven, One, One>>(width);
        Check<Followed<Nine, FiftyNine, Seven, Three, Two>>(width);
        Check<Followed<Nine, ThirtyFive, Fourteen, Three, One>>(width);
        Check<Followed<Nine, TwentyOne, ThirtyFive, Three, One>>(width);
        Check<Followed<Nine, Five, ThirtySeven, Three, Two>>(width);
        Check<Followed<Nine, SixtyFour, Seventy, Five, One>>(width);
        Check<Followed<Nine, ThreeHundred, Seven, Three, One>>(width);

        // 25 pixels are three tiles of seven and four pixels of a fourth.
        Check<Followed<Nine, ThreeHundred, Five, One, One>>(width);
        Check<Followed<Nine, ThreeHundred, Five, Three, One>>(width);
        Check<Followed<Nine, ThreeHundred, Nine, Three, Two>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Follows_a_convolution_onto_one_pixel(int width)
    {
        // Blocks of one to four vectors, the last one partly filled; an even and an odd number of inputs, and several rows of them.
        Check<Onto<Nine, Five, One>>(width);
        Check<Onto<Sixteen, TwentyOne, One>>(width);
        Check<Onto<Nine, FortyOne, Three>>(width);
        Check<Onto<Nine, SixtyFour, Five>>(width);
        Check<Onto<Sixteen, ThreeHundred, Three>>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Follows_a_convolution_across_pixels(int width)
    {
        // Rows of less than a vector, and of more than a tile's; two rows at a time, and the last one.
        Check<FollowedPlanes<Nine, One, Seven>>(width);
        Check<FollowedPlanes<Nine, Three, Fourteen>>(width);
        Check<FollowedPlanes<Five, Four, ThreeHundred>>(width);
    }

    private static void Check<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        int channels = TGeometry.OutputChannels, points = TGeometry.OutputHeight * TGeometry.OutputWidth;
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(channels, 5);
        float[] gamma = KernelTest.Random(channels, 6), beta = KernelTest.Random(channels, 7), mean = KernelTest.Random(channels, 8);
        float[] variance = [.. KernelTest.Random(channels, 9).Select(v => v + 1.5f)], addend = KernelTest.Random(channels * points, 10);
        (double[] plain, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, weight, bias);
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels), added = KernelTest.ChannelsLast(addend, channels);
        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width);
        BatchNormalizationWeights normalization = BatchNormalizationWeights.Create<Normalized<TGeometry>>(gamma, beta, mean, variance);
        float[] scratch = new float[TGeometry.ScratchLength];
        using Team team = new(2);
        foreach ((bool normalizes, bool adds) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            double[] expected = [.. plain.Select((y, i) => Math.Clamp((normalizes ? Normal(y, i / points) : y) + (adds ? addend[i] : 0), 0, 6))];
            foreach (Team threads in new[] { Team.Alone, team })
            {
                Team entered = threads.Enter();
                float[] output = KernelTest.Written(
                    channels * points,
                    span => Convolution.Forward<TGeometry>(map, packed, scratch, span, entered, normalizes ? normalization : null, adds ? added : default));
                if (adds && TGeometry.Groups == 1)
                {
                    Assert.Equal(output, KernelTest.Written(channels * points, span =>
                    {
                        added.CopyTo(span);
                        Convolution.Forward<TGeometry>(map, packed, scratch, span, entered, normalizes ? normalization : null, span);
                    }));
                }

                threads.Leave(entered);
                float[] found = KernelTest.ChannelsLast(output, points);
                for (int i = 0; i < found.Length; i++)
                {
                    Assert.Equal(expected[i], found[i], 2e-6 * (scale[i] + 4));
                }
            }
        }

        double Normal(double y, int c) => ((y - mean[c]) / Math.Sqrt(variance[c] + 1e-5) * gamma[c]) + beta[c];
    }

    /// <summary>Five rows (of stride 2, nine) of so many columns, padded by half of the kernel; depthwise where inputs are as many as outputs.</summary>
    private readonly struct Followed<TInputs, TOutputs, TWidth, TKernel, TStride> : ITestConvolution<Followed<TInputs, TOutputs, TWidth, TKernel, TStride>>
        where TInputs : struct, ICount
        where TOutputs : struct, ICount
        where TWidth : struct, ICount
        where TKernel : struct, ICount
        where TStride : struct, ICount
    {
        public static int InputChannels => TInputs.Value;
        public static int InputHeight => (4 * TStride.Value) + 1;
        public static int InputWidth => TWidth.Value;
        public static int OutputChannels => TOutputs.Value;
        public static int OutputHeight => 5;
        public static int OutputWidth => ((TWidth.Value - 1) / TStride.Value) + 1;
        public static int KernelHeight => TKernel.Value;
        public static int KernelWidth => TKernel.Value;
        public static int StrideHeight => TStride.Value;
        public static int StrideWidth => TStride.Value;
        public static int PaddingTop => TKernel.Value / 2;
        public static int PaddingLeft => TKernel.Value / 2;
        public static int Groups => typeof(TInputs) == typeof(TOutputs) ? TInputs.Value : 1;
        public static Activation Activation => Activation.ReLU6;
    }

    /// <summary>Five rows of so many columns, padded by one.</summary>
    private readonly struct FollowedPlanes<TInputs, TOutputs, TWidth> : ITestConvolution<FollowedPlanes<TInputs, TOutputs, TWidth>>
        where TInputs : struct, ICount
        where TOutputs : struct, ICount
        where TWidth : struct, ICount
    {
        public static int InputChannels => TInputs.Value;
        public static int InputHeight => 5;
        public static int InputWidth => TWidth.Value;
        public static int OutputChannels => TOutputs.Value;
        public static int OutputHeight => 5;
        public static int OutputWidth => TWidth.Value;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int PaddingTop => 1;
        public static int PaddingLeft => 1;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Planar;
        public static int RowsAtOnce => 2;
        public static Activation Activation => Activation.ReLU6;
    }

    /// <summary>A window as large as the input.</summary>
    private readonly struct Onto<TInputs, TOutputs, TKernel> : ITestConvolution<Onto<TInputs, TOutputs, TKernel>>
        where TInputs : struct, ICount
        where TOutputs : struct, ICount
        where TKernel : struct, ICount
    {
        public static int InputChannels => TInputs.Value;
        public static int InputHeight => TKernel.Value;
        public static int InputWidth => TKernel.Value;
        public static int OutputChannels => TOutputs.Value;
        public static int OutputHeight => 1;
        public static int OutputWidth => 1;
        public static int KernelHeight => TKernel.Value;
        public static int KernelWidth => TKernel.Value;
        public static Activation Activation => Activation.ReLU6;
    }

    private readonly struct Fourteen : ICount
    {
        public static int Value => 14;
    }

    private readonly struct TwentyOne : ICount
    {
        public static int Value => 21;
    }

    private readonly struct ThirtySeven : ICount
    {
        public static int Value => 37;
    }

    private readonly struct FortyOne : ICount
    {
        public static int Value => 41;
    }

    private readonly struct FiftyNine : ICount
    {
        public static int Value => 59;
    }

    private readonly struct SixtyFour : ICount
    {
        public static int Value => 64;
    }

    private readonly struct Seventy : ICount
    {
        public static int Value => 70;
    }

    private readonly struct ThreeHundred : ICount
    {
        public static int Value => 300;
    }
}
