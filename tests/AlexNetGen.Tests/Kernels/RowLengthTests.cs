using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Direct convolutions onto rows of every length, which tiles of several sizes compute, against their definition.</summary>
public sealed unsafe class RowLengthTests
{
    private const int Inputs = 5, Rows = 3, Kernel = 3, Longest = 40;

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Every_length_is_as_defined(int width)
    {
        for (int columns = 1; columns <= Longest; columns++)
        {
            foreach (int outputs in new[] { width, 2 * width, (2 * width) - 3, 3 * width })
            {
                Check(columns, outputs, (VectorWidth)width, threads: 1);
            }
        }
    }

    [Fact]
    public void Threads_share_rows_of_any_length()
    {
        for (int columns = 7; columns <= 24; columns++)
        {
            Check(columns, outputs: 32, VectorWidths.Widest, threads: 3);
        }
    }

    private static void Check(int columns, int outputs, VectorWidth width, int threads)
    {
        ConvolutionSizes sizes = SquareConvolution.Sizes(Inputs, outputs, Rows + Kernel - 1, columns + Kernel - 1, Kernel, padding: 0);
        ConvolutionLayout layout = ConvolutionLayout.Of(sizes, width);
        float[] input = KernelTest.Random(sizes.InputLength), weight = KernelTest.Random(sizes.WeightLength, seed: 2), bias = KernelTest.Random(outputs + 16, seed: 3);
        float[] packed = new float[layout.PackedLength];
        layout.Copy(weight, packed, pack: true);
        using Team team = new(threads);
        Team entered = team.Enter();
        float[] got = KernelTest.Written(Rows * columns * outputs, span =>
        {
            fixed (float* map = input, weights = packed, shift = bias, output = span)
            {
                ConvolutionEpilogue epilogue = new() { Bias = shift, Output = output, OutputStep = outputs, OutputLength = span.Length };
                Convolution.Direct(sizes, width, map, weights, epilogue, entered);
            }
        });
        team.Leave(entered);
        KernelTest.Close(ConvolutionReference.Compute(sizes, input, weight, bias), got, 1e-6, [.. got.Select(_ => 5.0)]);
    }
}
