using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>The order of a strided convolution's phases, and which of them have weights at the points at infinity.</summary>
public class StridePhasesTests
{
    // 3 taps, stride 2: even rows and columns have the taps 0 and 2, odd ones tap 1 alone.
    [Fact]
    public void Those_with_weights_at_infinity_are_neighbours()
    {
        StridePhases phases = new(Sizes(kernel: 3, stride: 2));
        Assert.Equal((4, 2), (phases.Count, phases.Taps));
        Assert.Equal([(1, 0), (0, 0), (0, 1), (1, 1)], Enumerable.Range(0, 4).Select(number => phases[number]));

        // 10 channels each. The last row: even rows; the last column: even columns; their corner: both.
        PointInputs inputs = phases.AtPoints(40);
        Assert.Equal((0, 40), inputs.At(isLastRow: false, isLastColumn: false));
        Assert.Equal((10, 30), inputs.At(isLastRow: true, isLastColumn: false));
        Assert.Equal((0, 20), inputs.At(isLastRow: false, isLastColumn: true));
        Assert.Equal((10, 20), inputs.At(isLastRow: true, isLastColumn: true));
    }

    // Every tap on each phase, one phase of three and two of three that lack one, and no stride at all.
    [Theory]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(4, 3)]
    [InlineData(11, 4)]
    [InlineData(3, 1)]
    public void Have_weights_at_infinity_where_they_have_the_last_tap(int kernel, int stride)
    {
        StridePhases phases = new(Sizes(kernel, stride));
        PointInputs inputs = phases.AtPoints(phases.Count);
        HashSet<(int, int)> all = [];
        for (int number = 0; number < phases.Count; number++)
        {
            (int row, int column) = phases[number];
            Assert.Equal(number, phases.NumberOf(row, column));
            Assert.True(all.Add((row, column)));

            // Tap t of a phase is tap t * stride + phase of the kernel.
            int last = (phases.Taps - 1) * stride;
            bool isTall = last + row < kernel, isWide = last + column < kernel;
            Assert.Equal((isTall, isWide), (phases.IsWhole(row), phases.IsWhole(column)));
            Assert.Equal(isTall, IsIn(inputs.At(isLastRow: true, isLastColumn: false)));
            Assert.Equal(isWide, IsIn(inputs.At(isLastRow: false, isLastColumn: true)));
            Assert.Equal(isTall && isWide, IsIn(inputs.At(isLastRow: true, isLastColumn: true)));

            bool IsIn((int First, int End) range) => number >= range.First && number < range.End;
        }
    }

    // 3 taps, stride 2, F(4,2): 16 points of all 4 phases, 4 + 4 of two, the corner of one, 81. 9 taps, F(4,5): 49 of 4, 7 + 7 of two, one, 225.
    [Theory]
    [InlineData(3, 81)]
    [InlineData(9, 225)]
    [InlineData(4, 100)]
    public void Weights_are_stored_where_there_are_some(int kernel, int all)
    {
        ConvolutionSizes sizes = Sizes(kernel, stride: 2) with { InputChannels = 16, OutputChannels = 16, WinogradTile = 4 };
        TransformLayout layout = TransformLayout.OfWinograd(sizes, VectorWidth.Bits512);
        Assert.Equal(all * 16 * 16, layout.WeightLength);
        nint before = 0;
        for (int point = 0; point < layout.Points; point++)
        {
            Assert.Equal(before, layout.WeightsBefore(point));
            (int first, int end) = layout.InputsAt(point);
            before += (end - first) * 16;
        }

        Assert.Equal(layout.WeightLength, before);
    }

    private static ConvolutionSizes Sizes(int kernel, int stride) =>
        ConvolutionSizes.Of<Transformed<One, One, Three, Three, Three, Five, One>>(VectorWidth.Bits512) with
        {
            KernelHeight = kernel,
            KernelWidth = kernel,
            StrideHeight = stride,
            StrideWidth = stride,
        };
}
