using AlexNetGen.Execution;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Networks;
using AlexNetGen.Tests.Weights;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Winograd's weights that are kept halfway transformed: against the definition, and the bits of whole ones.</summary>
public class HalfwayWeightsTests
{
    private const double Tolerance = 2e-6;

    // The points of F(4,3) and F(5,3), without infinity.
    private static readonly double[] Points = [0, 1, -1, 2, -2, 0.5];

    [Fact]
    public void Are_as_defined_and_as_whole_ones()
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
        Assert.True(Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(isHalfway: true).IsHalfway);
        Assert.False(Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(isHalfway: false).IsHalfway);

        // 25 tiles, 16 x 96 channels, other points, and half the vectors.
        Assert.False(Pack<Transformed<NinetySix, NinetySix, ThirtyFive, Eleven, Three, Four, One>>(isHalfway: true).IsHalfway);
        Assert.False(Pack<Transformed<Sixteen, NinetySix, Thirteen, Thirteen, Three, Four, One>>(isHalfway: true).IsHalfway);
        Assert.False(Pack<Transformed<NinetySix, NinetySix, Eight, Nine, Five, Four, One>>(isHalfway: true).IsHalfway);
        Assert.False(Pack<Transformed<ThreeHundredEightyFour, NinetySix, Seven, Nine, Three, Three, One>>(isHalfway: true).IsHalfway);
        Assert.False(Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(isHalfway: true, VectorWidth.Bits256).IsHalfway);
    }

    [Fact]
    public void Take_18_of_36_values_and_21_of_49()
    {
        Assert.Equal(18 * 96 * 96, Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(isHalfway: true).Packed.Length);
        Assert.Equal(21 * 96 * 96, Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Five, One>>(isHalfway: true).Packed.Length);
    }

    // Toom and Cook: row j of G is (1, p, p^2) / product over l != j of (p - p_l), and the last row takes the last tap.
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public unsafe void The_factors_are_those_that_the_additions_leave_out(int tile)
    {
        int side = tile + 2;
        float* taps = stackalloc float[3 * 16], result = stackalloc float[16];
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
            HalfwayFilter.At(j, side, taps, lanes: 16, new FinishedWeights(lanes: 16, count: 16, result));
            Assert.Equal(expected, result[0] * (double)HalfwayFilter.Scales(tile)[j], 1e-6 * Math.Abs(expected));
        }
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public void A_packed_file_serves_any_number_of_threads(bool isHalfway, int threads)
    {
        float[] weight = Weight<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>();
        ConvolutionWeights first = ConvolutionWeights.Pack<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(weight, bias: null, VectorWidths.Widest, isHalfway);
        using TemporaryFile file = new();
        PackedWriter.Save(file.Path, EveryAlgorithm.Description, new Packed(first));
        using WeightsReader reader = WeightsReader.Open(file.Path, EveryAlgorithm.Description, LoadOptions.Default);
        ConvolutionWeights second = Load(reader, threads);
        Assert.Equal(isHalfway && VectorWidths.Widest == VectorWidth.Bits512, second.IsHalfway);
        Assert.Equal(first.Packed.ToArray(), second.Packed.ToArray());
        Assert.Equal(weight, second.OriginalWeight());
    }

    // One thread waits for memory only where vectors are computed at once.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Are_what_threads_would_wait_for(int threads)
    {
        Tensors tensors = new(Weight<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>());
        bool waits = threads > 1 || !VectorWidths.AreHalved(VectorWidth.Bits512);
        Assert.Equal(waits && VectorWidths.Widest == VectorWidth.Bits512, Load(tensors, threads).IsHalfway);
    }

    private static ConvolutionWeights Load(ITensorSource tensors, int threads) =>
        ConvolutionWeights.Load<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(tensors, Packed.Name, bias: null, new InferenceOptions { Threads = threads });

    private static void Check<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        (double[] expected, double[] scale) = ConvolutionReference.Compute<TGeometry>(input, Weight<TGeometry>(), Bias<TGeometry>());
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels);
        float[] halfway = Forward<TGeometry>(map, Pack<TGeometry>(isHalfway: true), Team.Alone);
        KernelTest.Close(expected, KernelTest.ChannelsLast(halfway, TGeometry.OutputHeight * TGeometry.OutputWidth), Tolerance, [.. Enumerable.Repeat(scale.Max(), scale.Length)]);
        Assert.Equal(Forward<TGeometry>(map, Pack<TGeometry>(isHalfway: false), Team.Alone), halfway);
        using Team team = new(threads: 3);
        Team entered = team.Enter();
        float[] together = Forward<TGeometry>(map, Pack<TGeometry>(isHalfway: true), entered);
        team.Leave(entered);
        Assert.Equal(halfway, together);
    }

    private static void Together<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        const int Images = 7;
        int inputLength = TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth;
        int outputLength = TGeometry.OutputChannels * TGeometry.OutputHeight * TGeometry.OutputWidth;
        ConvolutionWeights weights = Pack<TGeometry>(isHalfway: true);
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

    private static ConvolutionWeights Pack<TGeometry>(bool isHalfway, VectorWidth width = VectorWidth.Bits512)
        where TGeometry : struct, IConvolution => ConvolutionWeights.Pack<TGeometry>(Weight<TGeometry>(), Bias<TGeometry>(), width, isHalfway);

    private static float[] Weight<TGeometry>()
        where TGeometry : struct, IConvolution => KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4);

    private static float[] Bias<TGeometry>()
        where TGeometry : struct, IConvolution => KernelTest.Random(TGeometry.OutputChannels, 5);

    private sealed class Tensors(float[] weight) : ITensorSource
    {
        public float[] Read(string name) => weight;
    }

    private sealed class Packed(ConvolutionWeights weights) : IPackedWeights
    {
        public const string Name = "Three.weight";

        public void AddTo(PackedWriter writer) => weights.AddTo(writer, Name);
    }
}
