using System.Runtime.Intrinsics;
using AlexNetGen.Execution;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Networks;
using AlexNetGen.Tests.Weights;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Winograd's weights that are kept halfway transformed: against the definition, alone, together and by several threads.</summary>
public class HalfwayWeightsTests
{
    private const double Tolerance = 2e-6;

    // The points of F(4,3) and F(5,3), without infinity.
    private static readonly double[] Points = [0, 1, -1, 2, -2, 0.5];

    [Fact]
    public void Are_as_defined()
    {
        Check<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>>();
        Check<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Five, One>>();

        // One vector of outputs, three of which the last is not full, and inputs that fill no run.
        Check<Transformed<ThreeHundredEightyFour, Sixteen, Seven, Nine, Three, Five, One>>();
        Check<Transformed<ThreeHundredEightyFour, ThirtyFive, Seven, Nine, Three, Four, One>>();
        Check<Transformed<ThirtyFive, SevenHundred, Seven, Nine, Three, Five, One>>();
        Check<Transformed<ThreeHundredEightyFour, NinetySix, Eight, Nine, Three, Four, Two>>();
    }

    [Fact]
    public void Serve_several_images()
    {
        Together<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>>();
        Together<Transformed<ThreeHundredEightyFour, NinetySix, Eight, Nine, Three, Five, Two>>();
    }

    [Fact]
    public void Are_for_small_maps_with_many_weights_in_wide_vectors()
    {
        Assert.True(IsHalfway<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>());

        // 25 tiles, 16 x 96 channels, other points, and half the vectors.
        Assert.False(IsHalfway<Transformed<NinetySix, NinetySix, ThirtyFive, Eleven, Three, Four, One>>());
        Assert.False(IsHalfway<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Four, One>>());
        Assert.False(IsHalfway<Transformed<NinetySix, NinetySix, Eight, Nine, Five, Four, One>>());
        Assert.False(IsHalfway<Transformed<ThreeHundredEightyFour, NinetySix, Seven, Nine, Three, Three, One>>());
        Assert.False(IsHalfway<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(VectorWidth.Bits256));
    }

    [Fact]
    public void Take_18_of_36_values_and_21_of_49()
    {
        Assert.Equal(18 * 96 * 96, Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>().Packed.Length);
        Assert.Equal(21 * 96 * 96, Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Five, One>>().Packed.Length);
    }

    // Toom and Cook: row j of G is (1, p, p^2) / product over l != j of (p - p_l), and the last row takes the last tap.
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public unsafe void The_factors_are_those_that_the_additions_leave_out(int tile)
    {
        int side = tile + 2;
        float* taps = stackalloc float[3 * 16];
        new Span<float>(taps, 48).Clear();
        (taps[0], taps[16], taps[32]) = (3, 5, 7);
        for (int j = 0; j < side; j++)
        {
            double product = 1, p = j < side - 1 ? Points[j] : 0;
            for (int l = 0; l < side - 1; l++)
            {
                product *= l == j || j == side - 1 ? 1 : p - Points[l];
            }

            double expected = j == side - 1 ? 7 : (3 + (5 * p) + (7 * p * p)) / product;
            Vector512<float> weight = j == side - 1 ? At<HalfwayAtInfinity>(taps) : j switch
            {
                0 => At<HalfwayAtZero>(taps),
                1 => At<HalfwayAtOne>(taps),
                2 => At<HalfwayAtMinusOne>(taps),
                3 => At<HalfwayAtTwo>(taps),
                4 => At<HalfwayAtMinusTwo>(taps),
                _ => At<HalfwayAtHalf>(taps),
            };
            Assert.Equal(expected, weight[0] * (double)HalfwayFilter.Scales(tile)[j], 1e-6 * Math.Abs(expected));
        }
    }

    [Fact]
    public void Are_read_from_a_packed_file()
    {
        float[] weight = Weight<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>();
        ConvolutionWeights first = ConvolutionWeights.Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(weight, bias: null);
        using TemporaryFile file = new();
        PackedWriter.Save(file.Path, EveryAlgorithm.Description, new Packed(first));
        using WeightsReader reader = WeightsReader.Open(file.Path, EveryAlgorithm.Description, LoadOptions.Default);
        ConvolutionWeights second = ConvolutionWeights.Load<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(reader, Packed.Name, bias: null);
        Assert.Equal(first.Packed.ToArray(), second.Packed.ToArray());
        Assert.Equal(weight, second.OriginalWeight());
    }

    private static void Check<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        (double[] expected, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, Weight<TGeometry>(), Bias<TGeometry>());
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels);
        float[] halfway = Forward<TGeometry>(map, Pack<TGeometry>(), Team.Alone);
        KernelTest.Close(expected, KernelTest.ChannelsLast(halfway, TGeometry.OutputHeight * TGeometry.OutputWidth), Tolerance, [.. Enumerable.Repeat(scale.Max(), scale.Length)]);
        using Team team = new(threads: 3);
        Team entered = team.Enter();
        float[] together = Forward<TGeometry>(map, Pack<TGeometry>(), entered);
        team.Leave(entered);
        Assert.Equal(halfway, together);
    }

    private static void Together<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        const int Images = 7;
        int inputLength = TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth;
        int outputLength = TGeometry.OutputChannels * TGeometry.OutputHeight * TGeometry.OutputWidth;
        ConvolutionWeights weights = Pack<TGeometry>();
        float[] inputs = KernelTest.Random(Images * inputLength, 3), outputs = new float[Images * outputLength];
        Convolution.ForwardBatch<TGeometry>(inputs, inputLength, weights, new float[Images * TGeometry.ScratchLength], outputs, outputLength, Images, Team.Alone);
        for (int image = 0; image < Images; image++)
        {
            Assert.Equal(
                Forward<TGeometry>(inputs.AsSpan(image * inputLength, inputLength).ToArray(), weights, Team.Alone),
                outputs.AsSpan(image * outputLength, outputLength).ToArray());
        }
    }

    // Scratch is not a number: what the kernel reads but does not write would be seen.
    private static float[] Forward<TGeometry>(float[] map, ConvolutionWeights weights, Team team)
        where TGeometry : struct, IConvolution
    {
        float[] scratch = new float[TGeometry.ScratchLength];
        Array.Fill(scratch, float.NaN);
        int length = TGeometry.OutputChannels * TGeometry.OutputHeight * TGeometry.OutputWidth;
        return KernelTest.Written(length, span => Convolution.Forward<TGeometry>(map, weights, scratch, span, team));
    }

    private static ConvolutionWeights Pack<TGeometry>()
        where TGeometry : struct, IConvolution => ConvolutionWeights.Pack<TGeometry>(Weight<TGeometry>(), Bias<TGeometry>(), VectorWidth.Bits512);

    private static bool IsHalfway<TGeometry>(VectorWidth width = VectorWidth.Bits512)
        where TGeometry : struct, IConvolution => TransformLayout.OfWinograd(ConvolutionSizes.Of<TGeometry>(width), width).IsHalfway;

    private static unsafe Vector512<float> At<TWeights>(float* taps)
        where TWeights : struct, IPointWeights => TWeights.Load<Lanes512, Vector512<float>>(taps, part: 16);

    private static float[] Weight<TGeometry>()
        where TGeometry : struct, IConvolution => KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4);

    private static float[] Bias<TGeometry>()
        where TGeometry : struct, IConvolution => KernelTest.Random(TGeometry.OutputChannels, 5);

    private sealed class Packed(ConvolutionWeights weights) : IPackedWeights
    {
        public const string Name = "Three.weight";

        public void AddTo(PackedWriter writer) => weights.AddTo(writer, Name);
    }
}
