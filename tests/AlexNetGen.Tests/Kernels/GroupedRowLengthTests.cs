using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>
/// Convolutions in small groups onto rows of every length, of which tiles of seven pixels reach into the padding at one end, at both or
/// at none, against their definition.
/// </summary>
public sealed unsafe class GroupedRowLengthTests
{
    private const int Channels = 24, Rows = 5, Longest = 32;

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Every_length_is_as_defined(int width)
    {
        foreach ((int kernel, int stride) in new[] { (3, 1), (3, 2), (5, 1), (5, 2), (7, 1), (7, 2) })
        {
            for (int columns = 1; columns <= Longest; columns++)
            {
                Check(columns, kernel, stride, group: 4, (VectorWidth)width);
            }
        }
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Every_width_of_group_is_as_defined(int width)
    {
        foreach (int group in new[] { 1, 2, 8, width }.Where(group => Channels % group == 0))
        {
            foreach (int columns in new[] { 6, 7, 13, 14, 21, 22 })
            {
                Check(columns, kernel: 3, stride: 1, group, (VectorWidth)width);
                Check(2 * columns, kernel: 3, stride: 2, group, (VectorWidth)width);
            }
        }
    }

    private static void Check(int columns, int kernel, int stride, int group, VectorWidth width)
    {
        ConvolutionAlgorithm algorithm = group == 1 ? ConvolutionAlgorithm.Depthwise : ConvolutionAlgorithm.Grouped;
        ConvolutionSizes sizes = SquareConvolution.Sizes(Channels, Channels, Rows, columns, kernel, padding: kernel / 2, stride, groups: Channels / group, algorithm: algorithm);
        ConvolutionLayout layout = ConvolutionLayout.Of(sizes, width);
        float[] input = KernelTest.Random(sizes.InputLength), weight = KernelTest.Random(sizes.WeightLength, seed: 2), bias = KernelTest.Random(Channels + 16, seed: 3);
        float[] packed = new float[layout.PackedLength];
        layout.Copy(weight, packed, pack: true);
        float[] got = KernelTest.Written(sizes.OutputHeight * sizes.OutputWidth * Channels, span =>
        {
            fixed (float* map = input, weights = packed, shift = bias, output = span)
            {
                ConvolutionEpilogue epilogue = new() { Bias = shift, Output = output, OutputStep = Channels, OutputLength = span.Length };
                GroupedConvolution.Run(sizes, map, weights, width, epilogue, Team.Alone);
            }
        });
        KernelTest.Close(ConvolutionReference.Compute(sizes, input, weight, bias), got, 1e-6, [.. got.Select(_ => 5.0)]);
    }
}
