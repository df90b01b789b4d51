using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Direct convolutions of small maps between many zeros, whose taps there are left out, against their definition.</summary>
public sealed unsafe class PaddedTapsTests
{
    private const int Inputs = 4;

    private static readonly int[] Kernels = [1, 2, 3, 5, 11];

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Kernels_larger_than_the_map_are_as_defined(int width)
    {
        foreach ((int kernel, int padding) in new[] { (3, 1), (3, 2), (5, 2), (7, 3), (11, 5), (1, 2), (2, 1) })
        {
            for (int rows = 1; rows <= 4; rows++)
            {
                Check(Sizes(rows, columns: 5 - rows, kernel, padding), (VectorWidth)width);
            }
        }
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Strides_and_dilation_are_as_defined(int width)
    {
        for (int step = 1; step <= 3; step++)
        {
            Check(Sizes(rows: 6, columns: 3, kernel: 5, padding: 4, stride: step), (VectorWidth)width);
            Check(Sizes(rows: 6, columns: 3, kernel: 3, padding: 6, dilation: 1 + step), (VectorWidth)width);
            Check(Sizes(rows: 2, columns: 7, kernel: 5, padding: 7, stride: step, dilation: 3), (VectorWidth)width);
        }
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Rows_of_every_tile_are_as_defined(int width)
    {
        foreach (int columns in new[] { 7, 8, 10, 12, 14, 17, 24, 31 })
        {
            Check(Sizes(rows: 3, columns, kernel: 5, padding: 2), (VectorWidth)width);
            Check(Sizes(rows: 3, columns, kernel: 5, padding: 2) with { OutputChannels = 4 * width }, (VectorWidth)width);
            Check(Sizes(rows: 3, columns, kernel: 5, padding: 2, groups: 2), (VectorWidth)width);
        }
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void A_single_pixel_is_as_defined(int width)
    {
        foreach (int outputs in new[] { 3, 2 * width, 4 * width })
        {
            Check(Sizes(rows: 2, columns: 1, kernel: 4, padding: 1) with { OutputChannels = outputs, OutputHeight = 1, OutputWidth = 1, ReachHeight = 4, ReachWidth = 4 }, (VectorWidth)width);
        }
    }

    // Outputs of 9 and 12 columns, none of which has the kernel's first and last columns on the input's only one.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Columns_that_no_output_needs_are_as_defined(int width)
    {
        foreach ((int kernel, int padding) in new[] { (15, 11), (14, 12) })
        {
            Check(Sizes(rows: 2, columns: 1, kernel, padding), (VectorWidth)width);
            Check(Sizes(rows: 2, columns: 1, kernel, padding) with { OutputChannels = width }, (VectorWidth)width);
            Check(Sizes(rows: 2, columns: 1, kernel, padding) with { OutputChannels = 4 * width }, (VectorWidth)width);
        }
    }

    // What may be left out is what no window has on the input.
    [Fact]
    public void No_tap_on_the_input_is_left_out()
    {
        foreach ((int length, int kernel, int padding, int stride, int dilation) in Axes())
        {
            ConvolutionSizes sizes = Sizes(length, length, kernel, padding, stride, dilation);
            for (int row = 0; row < sizes.OutputHeight; row++)
            {
                TapRange taps = TapRange.OfRows(sizes, row, row);
                Assert.Equal(Useful(length, kernel, padding, stride, dilation, row), Enumerable.Range(taps.First, taps.Count));
            }

            int[] ofAny = [.. Enumerable.Range(0, sizes.OutputWidth).SelectMany(column => Useful(length, kernel, padding, stride, dilation, column)).Distinct()];
            TapRange columns = TapRange.OfColumns(sizes);
            Assert.All(ofAny, tap => Assert.InRange(tap, columns.First, columns.End - 1));
        }
    }

    private static IEnumerable<(int Length, int Kernel, int Padding, int Stride, int Dilation)> Axes() =>
        from length in Enumerable.Range(1, 5)
        from kernel in Kernels
        from padding in Enumerable.Range(1, 6)
        from stride in Enumerable.Range(1, 3)
        from dilation in Enumerable.Range(1, 3)
        where length + (2 * padding) > dilation * (kernel - 1)
        select (length, kernel, padding, stride, dilation);

    private static IEnumerable<int> Useful(int length, int kernel, int padding, int stride, int dilation, int output) =>
        Enumerable.Range(0, kernel).Where(tap => (output * stride) - padding + (tap * dilation) is int at && at >= 0 && at < length);

    private static void Check(in ConvolutionSizes sizes, VectorWidth width)
    {
        ConvolutionLayout layout = ConvolutionLayout.Of(sizes, width);
        float[] input = KernelTest.Random(sizes.InputLength), weight = KernelTest.Random(sizes.WeightLength, seed: 2), bias = KernelTest.Random(sizes.OutputChannels + 16, seed: 3);
        float[] packed = new float[layout.PackedLength], frame = new float[sizes.FrameLength];
        layout.Copy(weight, packed, pack: true);
        ConvolutionSizes copy = sizes;
        float[] got = KernelTest.Written(sizes.OutputHeight * sizes.OutputWidth * sizes.OutputChannels, span =>
        {
            fixed (float* map = input, weights = packed, shift = bias, output = span, room = frame)
            {
                ConvolutionEpilogue epilogue = new() { Bias = shift, Output = output, OutputStep = copy.OutputChannels, OutputLength = span.Length };
                Convolution.Direct(copy, width, Convolution.Framed(copy, map, room, Team.Alone), weights, epilogue, Team.Alone);
            }
        });
        KernelTest.Close(ConvolutionReference.Compute(sizes, input, weight, bias), got, 1e-6, [.. got.Select(_ => 5.0)]);
    }

    private static ConvolutionSizes Sizes(int rows, int columns, int kernel, int padding, int stride = 1, int dilation = 1, int groups = 1) =>
        SquareConvolution.Sizes(Inputs, outputs: 22, rows, columns, kernel, padding, stride, dilation, groups);
}
