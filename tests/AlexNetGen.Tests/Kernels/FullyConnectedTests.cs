using AlexNetGen.Kernels;

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
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_and_infinity_travel(int width) => Check<Large>(width, KernelTest.RandomWithSpecials);

    [Fact]
    public void Weights_are_the_arrays_given()
    {
        float[] weight = new float[9], bias = new float[3];
        FullyConnectedWeights weights = FullyConnectedWeights.Create<Small>(weight, bias);
        Assert.Same(weight, weights.Weight);
        Assert.Same(bias, weights.Bias);
        Assert.Null(FullyConnectedWeights.Create<Small>(weight, null).Bias);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        FullyConnectedWeights weights = FullyConnectedWeights.Create<Small>(new float[9], null);
        FullyConnectedWeights one = FullyConnectedWeights.Create<One>(new float[1], null);
        KernelTest.Refuses(3, 2, () => FullyConnected.Forward<Small>(new float[2], weights, new float[3]));
        KernelTest.Refuses(3, 4, () => FullyConnected.Forward<Small>(new float[3], weights, new float[4]));
        KernelTest.Refuses(9, 1, () => FullyConnected.Forward<Small>(new float[3], one, new float[3]));
        KernelTest.Refuses(9, 8, () => FullyConnectedWeights.Create<Small>(new float[8], null));
        KernelTest.Refuses(3, 4, () => FullyConnectedWeights.Create<Small>(new float[9], new float[4]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        FullyConnectedWeights weights = FullyConnectedWeights.Create<Small>(new float[9], new float[3]);
        float[] input = new float[3], output = new float[3];
        KernelTest.AllocatesNothing(() => FullyConnected.Forward<Small>(input, weights, output));
    }

    private static void Check<T>(int width, Func<int, int, float[]> values)
        where T : struct, IFullyConnected
    {
        float[] input = values(T.InputFeatures, 6);
        float[] weight = KernelTest.Random(T.InputFeatures * T.OutputFeatures, 7);
        foreach (float[]? bias in new[] { null, KernelTest.Random(T.OutputFeatures, 8) })
        {
            double[] expected = new double[T.OutputFeatures], scale = new double[T.OutputFeatures];
            for (int o = 0; o < expected.Length; o++)
            {
                double sum = bias?[o] ?? 0;
                for (int i = 0; i < input.Length; i++)
                {
                    double term = (double)input[i] * weight[(o * input.Length) + i];
                    sum += term;
                    scale[o] += Math.Abs(term);
                }

                expected[o] = T.ReLU && sum < 0 ? 0 : sum;
            }

            FullyConnectedWeights weights = FullyConnectedWeights.Create<T>(weight, bias);
            float[] output = KernelTest.Written(
                expected.Length, span => FullyConnected.Forward<T>(input, weights, span, (VectorWidth)width));
            KernelTest.Close(expected, output, 1e-6, scale);
        }
    }

    private readonly struct Large : IFullyConnected
    {
        public static int InputFeatures => 167;
        public static int OutputFeatures => 33;
        public static bool ReLU => true;
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
