using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Where the points of tiles lie.</summary>
public class TransformLayoutTests
{
    // 48 channels are 3 runs of 16: 21 tiles make 63 lines of 16 floats, to which one more would make 4,096 bytes.
    [Theory]
    [InlineData(21, 1_008)]
    [InlineData(22, 1_072)]
    public void Points_are_an_odd_number_of_lines_apart(int tiles, int step)
    {
        ConvolutionSizes sizes = ConvolutionSizes.Of<Blocks>(VectorWidth.Bits512) with { TilesAtOnce = tiles };
        TransformLayout layout = TransformLayout.OfWinograd(sizes, VectorWidth.Bits512);
        Assert.Equal(step, layout.InputStep);

        // 64 channels a tile are 4 lines, an even number.
        Assert.Equal((tiles * 64) + 16, layout.ProductStep);
    }

    // AlexNet's first convolution over blocks of 4 x 4 pixels.
    private readonly struct Blocks : ITestConvolution<Blocks>
    {
        public static int InputChannels => 48;
        public static int InputHeight => 57;
        public static int InputWidth => 57;
        public static int OutputChannels => 64;
        public static int OutputHeight => 55;
        public static int OutputWidth => 55;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
        public static int WinogradTile => 5;
        public static int TilesAtOnce => 21;
    }
}
