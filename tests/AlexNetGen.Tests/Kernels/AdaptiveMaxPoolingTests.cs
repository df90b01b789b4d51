using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Adaptive max pools against torch.nn.AdaptiveMaxPool2d's definition.</summary>
public class AdaptiveMaxPoolingTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Is_as_defined(int width)
    {
        Check<Overlapping>(width);
        Check<Enlarging>(width);
        Check<Global>(width);
        Check<Identity>(width);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(2100, 2099, () => AdaptiveMaxPooling.Forward<Overlapping>(new float[2099], new float[600]));
        KernelTest.Refuses(600, 601, () => AdaptiveMaxPooling.Forward<Overlapping>(new float[2100], new float[601]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] input = new float[2100], output = new float[600];
        KernelTest.AllocatesNothing(() => AdaptiveMaxPooling.Forward<Overlapping>(input, output));
    }

    private static void Check<T>(int width)
        where T : struct, IAdaptivePooling
    {
        int length = T.InputHeight * T.InputWidth * T.Channels;
        foreach (float[] input in new[] { KernelTest.Random(length), KernelTest.RandomWithSpecials(length) })
        {
            double[] expected = new double[T.OutputHeight * T.OutputWidth * T.Channels];
            for (int i = 0; i < expected.Length; i++)
            {
                int c = i % T.Channels, x = i / T.Channels % T.OutputWidth, y = i / T.Channels / T.OutputWidth;
                int top = (int)Math.Floor(y * T.InputHeight / (double)T.OutputHeight);
                int bottom = (int)Math.Ceiling((y + 1) * T.InputHeight / (double)T.OutputHeight);
                int left = (int)Math.Floor(x * T.InputWidth / (double)T.OutputWidth);
                int right = (int)Math.Ceiling((x + 1) * T.InputWidth / (double)T.OutputWidth);
                expected[i] = double.NegativeInfinity;
                for (int row = top; row < bottom; row++)
                {
                    for (int column = left; column < right; column++)
                    {
                        expected[i] = Math.Max(expected[i], input[(((row * T.InputWidth) + column) * T.Channels) + c]);
                    }
                }
            }

            float[] output = KernelTest.Written(
                expected.Length, span => AdaptiveMaxPooling.Forward<T>(input, span, (VectorWidth)width));
            KernelTest.Close(expected, output, 0);
        }
    }

    private readonly struct Overlapping : IAdaptivePooling
    {
        public static int Channels => 20;
        public static int InputHeight => 7;
        public static int InputWidth => 15;
        public static int OutputHeight => 5;
        public static int OutputWidth => 6;
    }

    private readonly struct Enlarging : IAdaptivePooling
    {
        public static int Channels => 3;
        public static int InputHeight => 2;
        public static int InputWidth => 3;
        public static int OutputHeight => 5;
        public static int OutputWidth => 4;
    }

    private readonly struct Global : IAdaptivePooling
    {
        public static int Channels => 33;
        public static int InputHeight => 7;
        public static int InputWidth => 5;
        public static int OutputHeight => 1;
        public static int OutputWidth => 1;
    }

    private readonly struct Identity : IAdaptivePooling
    {
        public static int Channels => 5;
        public static int InputHeight => 6;
        public static int InputWidth => 6;
        public static int OutputHeight => 6;
        public static int OutputWidth => 6;
    }
}
