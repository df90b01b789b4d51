using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>The functions of one value, against their definitions in double, and at the infinities against PyTorch 1.13.</summary>
public class ElementwiseTests
{
    private static readonly int[] Lengths = [1, 3, 5, 16, 37, 1000];

    private static readonly Case[] Cases =
    [
        new("ReLU6", ClippedRectifiedLinear.Forward, x => Math.Min(Math.Max(x, 0), 6), AtMinusInfinity: 0, AtInfinity: 6),
        new("LeakyReLU", LeakyRectifiedLinear.Forward<Constants>, x => x < 0 ? x * Constants.NegativeSlope : x, double.NegativeInfinity, double.PositiveInfinity),
        new("ELU", ExponentialLinear.Forward<Constants>, x => x < 0 ? Constants.Alpha * ExponentialMinusOne(x) : x, -Constants.Alpha, double.PositiveInfinity),
        new("SELU", ScaledExponentialLinear.Forward, x => 1.0507009873554805 * (x < 0 ? 1.6732632423543772 * ExponentialMinusOne(x) : x), -1.7580993175506592f, double.PositiveInfinity),
        new("Sigmoid", Sigmoid.Forward, x => 1 / (1 + Math.Exp(-x)), 0, 1),
        new("Tanh", HyperbolicTangent.Forward, Math.Tanh, -1, 1),
        new("SiLU", SigmoidLinear.Forward, x => x / (1 + Math.Exp(-x)), double.NaN, double.PositiveInfinity),
        new("GELU", GaussianErrorLinear.Forward, x => x * NormalDistribution(x), double.NaN, double.PositiveInfinity, OfInput: 2.5e-7),
        new("GELU by tanh", GaussianErrorLinearByTanh.Forward, x => x / (1 + Math.Exp(-2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))), double.NaN, double.PositiveInfinity),
        new("HardSwish", HardSwish.Forward, x => x * Math.Min(Math.Max(x + 3, 0), 6) / 6, double.NaN, double.PositiveInfinity),
        new("HardSigmoid", HardSigmoid.Forward, x => Math.Min(Math.Max(x + 3, 0), 6) / 6, 0, 1),
        new("Softplus", Softplus.Forward<Constants>, x => x * 2.5 > Constants.Threshold ? x : SoftMaximum(x * 2.5) / 2.5, 0, double.PositiveInfinity),
    ];

    private delegate void Kernel(ReadOnlySpan<float> input, Span<float> output, VectorWidth widest);

    public static TheoryData<int, string> Functions
    {
        get
        {
            TheoryData<int, string> data = [];
            foreach (Case function in Cases)
            {
                foreach (VectorWidth width in Enum.GetValues<VectorWidth>().Where(VectorWidths.IsSupported))
                {
                    data.Add((int)width, function.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Is_as_defined(int width, string name)
    {
        Case function = Case.Find(name);
        foreach (int length in Lengths)
        {
            foreach (float scale in new[] { 1e-6f, 1e-3f, 0.3f, 1, 3, 9, 100, 1e4f, 1e30f })
            {
                float[] input = [.. KernelTest.Random(length).Select(x => x * scale)];
                double[] expected = [.. input.Select(x => function.Definition(x))];
                double largest = expected.Max(Math.Abs);
                double allowed = (1e-6 * largest) + (function.OfInput * input.Max(Math.Abs)) + 1e-37;
                float[] output = KernelTest.Written(length, span => function.Kernel(input, span, (VectorWidth)width));
                for (int i = 0; i < length; i++)
                {
                    Assert.True(Math.Abs(output[i] - expected[i]) <= allowed, $"{name}({input[i]}): expected {expected[i]}, found {output[i]}");
                }

                function.Kernel(input, input, (VectorWidth)width);
                Assert.Equal(output, input);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void NaN_and_infinity_travel_as_in_PyTorch(int width, string name)
    {
        Case function = Case.Find(name);
        float[] values = [.. Enumerable.Range(0, 63).Select(i => (i % 3) switch { 0 => float.NegativeInfinity, 1 => float.PositiveInfinity, _ => float.NaN })];
        function.Kernel(values, values, (VectorWidth)width);
        KernelTest.Close(
            [.. Enumerable.Range(0, 63).Select(i => (i % 3) switch { 0 => function.AtMinusInfinity, 1 => function.AtInfinity, _ => double.NaN })],
            values,
            1e-7);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lengths_are_checked_and_nothing_is_allocated(int width, string name)
    {
        Case function = Case.Find(name);
        function.Kernel([], [], (VectorWidth)width);
        KernelTest.Refuses(3, 2, () => function.Kernel(new float[3], new float[2], (VectorWidth)width));
        float[] values = new float[37];
        KernelTest.AllocatesNothing(() => function.Kernel(values, values, (VectorWidth)width));
    }

    private static double ExponentialMinusOne(double x) => Math.Abs(x) < 1e-3 ? x + (x * x / 2) + (x * x * x / 6) : Math.Exp(x) - 1;

    private static double SoftMaximum(double z) => z > 0 ? z + LogarithmOfOnePlus(Math.Exp(-z)) : LogarithmOfOnePlus(Math.Exp(z));

    private static double LogarithmOfOnePlus(double e) => e < 1e-6 ? e - (e * e / 2) : Math.Log(1 + e);

    /// <summary>The series of section 7.1.6 of Abramowitz and Stegun near 0, the continued fraction of 7.1.14 further out.</summary>
    private static double NormalDistribution(double x)
    {
        double z = Math.Abs(x) / Math.Sqrt(2);
        double tail;
        if (z < 2.5)
        {
            double term = z, sum = z;
            for (int n = 1; n < 200; n++)
            {
                term *= 2 * z * z / ((2 * n) + 1);
                sum += term;
            }

            tail = 0.5 - (Math.Exp(-z * z) / Math.Sqrt(Math.PI) * sum);
        }
        else
        {
            double fraction = z;
            for (int n = 200; n >= 1; n--)
            {
                fraction = z + (n / 2.0 / fraction);
            }

            tail = Math.Exp(-z * z) / Math.Sqrt(Math.PI) / fraction / 2;
        }

        return x < 0 ? tail : 1 - tail;
    }

    /// <param name="Name">What the test is called by.</param>
    /// <param name="Kernel">The kernel.</param>
    /// <param name="Definition">The function.</param>
    /// <param name="AtMinusInfinity">What PyTorch makes of minus infinity.</param>
    /// <param name="AtInfinity">What PyTorch makes of infinity.</param>
    /// <param name="OfInput">The error allowed beside a millionth of the largest output, in terms of the largest input.</param>
    private sealed record Case(string Name, Kernel Kernel, Func<double, double> Definition, double AtMinusInfinity, double AtInfinity, double OfInput = 0)
    {
        public static Case Find(string name) => Cases.Single(function => function.Name == name);
    }

    private readonly struct Constants : ILeakyRectifiedLinear, IExponentialLinear, ISoftplus
    {
        public static float NegativeSlope => 0.2f;

        public static float Alpha => 0.7f;

        public static float Beta => 2.5f;

        public static float Threshold => 20;
    }
}
