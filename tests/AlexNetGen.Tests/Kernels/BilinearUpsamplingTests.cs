using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Straight lines between points, against torch.nn.Upsample's definition.</summary>
public class BilinearUpsamplingTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<Enlarging>(width);
        Check<Shrinking>(width);
        Check<Aligned>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void NaN_reaches_the_points_beside_it(int width)
    {
        // Row 0 of the output lies on row 0 of the input, but its second point weighs 0 there and NaN travels.
        float[] input = new float[4 * 3 * 20];
        Array.Fill(input, float.NaN, 1 * 3 * 20, 3 * 20);
        float[] output = new float[9 * 7 * 20];
        BilinearUpsampling.Forward<Aligned>(input, output, (VectorWidth)width);
        for (int row = 0; row < 9; row++)
        {
            Assert.Equal(row * 3.0 / 8 < 2, float.IsNaN(output[row * 7 * 20]));
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(240, 239, () => BilinearUpsampling.Forward<Aligned>(new float[239], new float[1260]));
        KernelTest.Refuses(1260, 1261, () => BilinearUpsampling.Forward<Aligned>(new float[240], new float[1261]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[240], output = new float[1260];
        KernelTest.AllocatesNothing(() => BilinearUpsampling.Forward<Aligned>(input, output));
    }

    private static void Check<T>(int width)
        where T : struct, IUpsampling
    {
        float[] input = KernelTest.Random(T.InputHeight * T.InputWidth * T.Channels);
        double[] expected = new double[T.OutputHeight * T.OutputWidth * T.Channels];
        for (int i = 0; i < expected.Length; i++)
        {
            int c = i % T.Channels, x = i / T.Channels % T.OutputWidth, y = i / T.Channels / T.OutputWidth;
            double row = Position<T>(y, T.StepHeight), column = Position<T>(x, T.StepWidth);
            for (int iy = 0; iy < T.InputHeight; iy++)
            {
                for (int ix = 0; ix < T.InputWidth; ix++)
                {
                    double weight = Weight(iy, row, T.InputHeight) * Weight(ix, column, T.InputWidth);
                    expected[i] += weight * input[(((iy * T.InputWidth) + ix) * T.Channels) + c];
                }
            }
        }

        float[] output = KernelTest.Written(expected.Length, span => BilinearUpsampling.Forward<T>(input, span, (VectorWidth)width));
        KernelTest.Close(expected, output, 1e-6, [.. expected.Select(_ => 1.0)]);
    }

    private static double Position<T>(int index, double step)
        where T : struct, IUpsampling => T.AlignCorners ? index * step : ((index + 0.5) * step) - 0.5;

    /// <summary>A tent around each point of the input; beyond the first and the last point it stays at 1.</summary>
    private static double Weight(int point, double position, int length) =>
        Math.Max(0, 1 - Math.Abs(Math.Clamp(position, 0, length - 1) - point));

    private readonly struct Enlarging : IUpsampling
    {
        public static int Channels => 37;
        public static int InputHeight => 3;
        public static int InputWidth => 5;
        public static int OutputHeight => 7;
        public static int OutputWidth => 10;
        public static double StepHeight => 3.0 / 7;
        public static double StepWidth => 0.5;
        public static bool AlignCorners => false;
    }

    private readonly struct Shrinking : IUpsampling
    {
        public static int Channels => 3;
        public static int InputHeight => 9;
        public static int InputWidth => 7;
        public static int OutputHeight => 4;
        public static int OutputWidth => 2;
        public static double StepHeight => 9.0 / 4;
        public static double StepWidth => 3.5;
        public static bool AlignCorners => false;
    }

    private readonly struct Aligned : IUpsampling
    {
        public static int Channels => 20;
        public static int InputHeight => 4;
        public static int InputWidth => 3;
        public static int OutputHeight => 9;
        public static int OutputWidth => 7;
        public static double StepHeight => 3.0 / 8;
        public static double StepWidth => 2.0 / 6;
        public static bool AlignCorners => true;
    }
}
