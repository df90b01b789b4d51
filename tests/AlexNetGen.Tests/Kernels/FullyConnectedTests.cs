using AlexNetGen.Execution;
using AlexNetGen.Kernels;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Fully connected layers against torch.nn.Linear's definition.</summary>
public class FullyConnectedTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<Large>(width, KernelTest.Random);
        Check<Small>(width, KernelTest.Random);
        Check<One>(width, KernelTest.Random);
        Check<Long>(width, KernelTest.Random);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_and_infinity_travel(int width) => Check<Large>(width, KernelTest.RandomWithSpecials);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void A_batch_gives_the_bits_of_single_images(int width)
    {
        CheckBatch<Large>(width);
        CheckBatch<Small>(width);
        CheckBatch<Shared>(width);
        CheckBatch<Long>(width);
    }

    [Theory]
    [InlineData(StoredWeights.Float32)]
    [InlineData(StoredWeights.BFloat16)]
    [InlineData(StoredWeights.Int8)]
    public void Any_number_of_threads_gives_the_same_bits(StoredWeights stored)
    {
        FullyConnectedWeights weights = Load<Shared>(KernelTest.Random(Shared.InputFeatures * Shared.OutputFeatures), null, stored);
        float[] input = KernelTest.Random(Shared.InputFeatures, 3);
        float[] expected = new float[Shared.OutputFeatures];
        FullyConnected.Forward<Shared>(input, weights, expected, Team.Alone);
        foreach (int threads in new[] { 2, 3, 5 })
        {
            using Team team = new(threads);
            for (int i = 0; i < 100; i++)
            {
                float[] output = new float[Shared.OutputFeatures];
                Team entered = team.Enter();
                FullyConnected.Forward<Shared>(input, weights, output, entered);
                team.Leave(entered);
                Assert.Equal(expected, output);
            }
        }
    }

    // 32,768 x 16,384 weights are 2^29, in 32-bit floats 2^31 bytes. Nothing is read: there is no such array.
    [Fact]
    public void More_bytes_than_an_array_holds_are_refused_by_name()
    {
        NotSupportedException exception = Assert.Throws<NotSupportedException>(() => Load<Huge>([], null));
        Assert.Equal(
            "Tensor 'weight', 32,768 x 16,384, takes 2,147,483,648 bytes as Float32; one weight may take 2,147,483,647. Load the network with FullyConnectedWeights = StoredWeights.BFloat16 (2 bytes a weight) or Int8 (1), whichever fits, or make the layer smaller.",
            exception.Message);
    }

    [Fact]
    public void Weights_come_back_as_they_are_stored()
    {
        float[] weight = KernelTest.RandomWithSpecials(167 * 33), bias = KernelTest.Random(33, 2);
        FullyConnectedWeights weights = Load<Large>(weight, bias, StoredWeights.Float32);
        Assert.Equal(weight, weights.Weight());
        Assert.Equal(bias, weights.Bias);
        Assert.Null(Load<Large>(weight, null, StoredWeights.Float32).Bias);

        // 33 outputs in whole vectors.
        int lanes = (int)VectorWidths.Widest, length = 167 * ((33 + lanes - 1) / lanes * lanes);
        Assert.Equal(4 * length, weights.Bytes.Length);

        // The bias is kept as it came.
        FullyConnectedWeights half = Load<Large>(weight, bias, StoredWeights.BFloat16);
        Assert.Equal(weight.Select(UpperHalf), half.Weight());
        Assert.Equal(bias, half.Bias);
        Assert.Equal(2 * length, half.Bytes.Length);

        FullyConnectedWeights quarter = Load<Large>(KernelTest.Random(weight.Length), bias, StoredWeights.Int8);
        Assert.Equal(length, quarter.Bytes.Length);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => quarter.Weight());
        Assert.Contains("int8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Int8_holds_neither_infinity_nor_NaN()
    {
        WeightsException refused = Assert.Throws<WeightsException>(() => Load<Large>(KernelTest.RandomWithSpecials(167 * 33), null, StoredWeights.Int8));
        Assert.Contains("'weight'", refused.Message, StringComparison.Ordinal);
        FullyConnectedWeights zeros = Load<Small>(new float[9], null, StoredWeights.Int8);
        float[] output = new float[3];
        FullyConnected.Forward<Small>([1, 2, 3], zeros, output, Team.Alone);
        Assert.Equal(new float[3], output);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        FullyConnectedWeights weights = Load<Small>(new float[9], null), one = Load<One>(new float[1], null);
        KernelTest.Refuses(3, 2, () => FullyConnected.Forward<Small>(new float[2], weights, new float[3], Team.Alone));
        KernelTest.Refuses(3, 4, () => FullyConnected.Forward<Small>(new float[3], weights, new float[4], Team.Alone));
        KernelTest.Refuses(9, 1, () => FullyConnected.Forward<Small>(new float[3], one, new float[3], Team.Alone));
        KernelTest.Refuses(9, 8, () => Load<Small>(new float[8], null));
        KernelTest.Refuses(3, 4, () => Load<Small>(new float[9], new float[4]));
        KernelTest.Refuses(8, 7, () => FullyConnected.ForwardBatch<Small>(new float[7], 5, weights, new float[6], 3, 2, Team.Alone));
        KernelTest.Refuses(7, 6, () => FullyConnected.ForwardBatch<Small>(new float[6], 3, weights, new float[6], 4, 2, Team.Alone));
        Assert.Throws<ArgumentOutOfRangeException>(() => FullyConnected.ForwardBatch<Small>(new float[6], 2, weights, new float[6], 3, 2, Team.Alone));
    }

    [Fact]
    public void Allocates_nothing()
    {
        FullyConnectedWeights weights = Load<Small>(new float[9], new float[3]);
        float[] input = new float[3], output = new float[3];
        KernelTest.AllocatesNothing(() => FullyConnected.Forward<Small>(input, weights, output, Team.Alone));
    }

    private static void CheckBatch<T>(int width)
        where T : struct, IFullyConnected
    {
        foreach (StoredWeights stored in Enum.GetValues<StoredWeights>())
        {
            FullyConnectedWeights weights = Load<T>(KernelTest.Random(T.InputFeatures * T.OutputFeatures), KernelTest.Random(T.OutputFeatures, 2), stored, (VectorWidth)width);
            for (int images = 1; images <= 9; images++)
            {
                int inputStride = T.InputFeatures + 3, outputStride = T.OutputFeatures + 5;
                float[] inputs = KernelTest.Random(images * inputStride, images);
                float[] outputs = KernelTest.Written(
                    images * outputStride,
                    span => FullyConnected.ForwardBatch<T>(inputs, inputStride, weights, span, outputStride, images, Team.Alone));
                for (int image = 0; image < images; image++)
                {
                    float[] expected = new float[T.OutputFeatures];
                    FullyConnected.Forward<T>(inputs.AsSpan(image * inputStride, T.InputFeatures), weights, expected, Team.Alone);
                    Assert.Equal(expected, outputs[(image * outputStride)..][..T.OutputFeatures]);
                }
            }
        }
    }

    /// <summary>Checks against the definition, with the weights that each way to store them stands for.</summary>
    private static void Check<T>(int width, Func<int, int, float[]> values)
        where T : struct, IFullyConnected
    {
        float[] input = values(T.InputFeatures, 6);
        float[] weight = KernelTest.Random(T.InputFeatures * T.OutputFeatures, 7);
        foreach (StoredWeights stored in Enum.GetValues<StoredWeights>())
        {
            foreach (float[]? bias in new[] { null, KernelTest.Random(T.OutputFeatures, 8) })
            {
                double[] expected = new double[T.OutputFeatures], scale = new double[T.OutputFeatures];
                for (int o = 0; o < expected.Length; o++)
                {
                    float[] row = weight[(o * input.Length)..][..input.Length];
                    float step = row.Max(MathF.Abs) / 127;
                    double sum = bias?[o] ?? 0;
                    for (int i = 0; i < input.Length; i++)
                    {
                        double w = stored switch
                        {
                            StoredWeights.BFloat16 => UpperHalf(row[i]),
                            StoredWeights.Int8 => Math.Round(row[i] * (127 / row.Max(MathF.Abs))) * step,
                            _ => row[i],
                        };
                        sum += input[i] * w;
                        scale[o] += Math.Abs(input[i] * w);
                    }

                    expected[o] = T.ReLU && sum < 0 ? 0 : sum;
                }

                FullyConnectedWeights weights = Load<T>(weight, bias, stored, (VectorWidth)width);
                float[] output = KernelTest.Written(
                    expected.Length, span => FullyConnected.Forward<T>(input, weights, span, Team.Alone));
                KernelTest.Close(expected, output, 1e-6, scale);
            }
        }
    }

    private static FullyConnectedWeights Load<T>(float[] weight, float[]? bias, StoredWeights stored = StoredWeights.Float32, VectorWidth? widest = null)
        where T : struct, IFullyConnected =>
        FullyConnectedWeights.Load<T>(new Tensors(weight, bias), "weight", bias is null ? null : "bias", new InferenceOptions { FullyConnectedWeights = stored }, widest ?? VectorWidths.Widest);

    // The definition of bfloat16, by way of the next float up and down that have a lower half of zeros.
    private static float UpperHalf(float value)
    {
        if (!float.IsFinite(value))
        {
            return value;
        }

        float below = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) & 0xFFFF0000);
        float above = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(below) + 0x10000);
        double down = Math.Abs((double)value - below), up = Math.Abs((double)above - value);
        bool isEven = (BitConverter.SingleToUInt32Bits(below) & 0x10000) == 0;
        return down < up || (down == up && isEven) ? below : above;
    }

    private sealed class Tensors(float[] weight, float[]? bias) : ITensorSource
    {
        public float[] Read(string name) => name == "weight" ? weight : bias!;
    }

    private readonly struct Shared : IFullyConnected
    {
        public static int InputFeatures => 601;
        public static int OutputFeatures => 517;
        public static bool ReLU => true;
    }

    private readonly struct Huge : IFullyConnected
    {
        public static int InputFeatures => 16_384;
        public static int OutputFeatures => 32_768;
        public static bool ReLU => false;
    }

    private readonly struct Large : IFullyConnected
    {
        public static int InputFeatures => 167;
        public static int OutputFeatures => 33;
        public static bool ReLU => true;
    }

    // More than two panels of features.
    private readonly struct Long : IFullyConnected
    {
        public static int InputFeatures => 2_051;
        public static int OutputFeatures => 21;
        public static bool ReLU => false;
    }

    private readonly struct Small : IFullyConnected
    {
        public static int InputFeatures => 3;
        public static int OutputFeatures => 3;
        public static bool ReLU => false;
    }

    private readonly struct One : IFullyConnected
    {
        public static int InputFeatures => 1;
        public static int OutputFeatures => 1;
        public static bool ReLU => false;
    }
}
