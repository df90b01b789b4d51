using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;
using Allowed = AlexNetGen.Generator.Declarations.ConvolutionAlgorithms;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which convolutions are computed with vectors across pixels, and in what room.</summary>
public sealed class PlanarPlanTests
{
    // 3x3 of 64 channels over 128 x 128, 147,456 pixels and taps, in vectors a channel, by hand. Rows of 130, 13 at once (below): 1,690 positions
    // are 18 tiles of 96, 71 of 24 and 141 of 12; ten times 1,728, 1,704 and 1,692. To put 10 x 15 x 130 values in order, 1.1 each, takes 21,450.
    //   onto 3: 10 x 1,728 x 27 / 16 + 21,450 = 50,610, 0.34; 10 x 1,704 x 27 / 8 + 21,450 = 78,960, 0.54; 10 x 1,692 x 27 / 4 + 21,450 = 135,660, 0.92.
    //   onto 4: 60,330, 0.41; 98,130, 0.67; 173,730, 1.18. Onto 2: 40,890, 0.28; 59,790, 0.41; 97,590, 0.66. 1x1 onto 1, of 16,384: 1,024 + 18,022, 1.16.
    [Theory]
    [InlineData(1, 3, "direct, across pixels")]
    [InlineData(2, 3, "direct, across pixels")]
    [InlineData(3, 3, "direct, across pixels with AVX-512 and AVX2, direct with 128-bit vectors")]
    [InlineData(4, 3, "direct, across pixels with AVX-512 and AVX2, direct with 128-bit vectors")]
    [InlineData(8, 3, "Winograd F(5,3)")]
    [InlineData(1, 1, "pointwise, a matrix product")]
    public void Few_channels_are_computed_across_pixels(int outputs, int kernel, string name) =>
        Assert.Equal(name, ConvolutionPlans.Of(Problem(64, 128, outputs, kernel), Allowed.Fastest).Name);

    [Fact]
    public void Says_why() => Assert.Equal("3 channels would fill few of 16 lanes", ConvolutionPlan.Of(Problem(64, 128, 3, 3), Allowed.Fastest, VectorWidth.Bits512).Reason);

    [Fact]
    public void Is_exact_as_well()
    {
        ConvolutionPlans plan = ConvolutionPlans.Of(Problem(64, 128, 3, 3), Allowed.Exact);
        Assert.Equal(("Planar", "Planar", "Direct"), (plan.Bits512.Algorithm, plan.Bits256.Algorithm, plan.Bits128.Algorithm));
    }

    // Floats of half a megabyte: 131,072 / (64 x 130) = 15 rows, of which two are the next ones' as well, 13; 128 rows are 10 times 13 at most.
    // 15 x 130 x 64 planes, two columns more and a tile of 96. 9x9 of 32 over 256: 131,072 / (32 x 264) = 15, of which 8 are the next ones';
    // but no less than 3 times as many and one, 25: 11 times 24 at most. 32 x 264 x 32, 8 and 96, where 32 x 264 is no multiple of 512.
    // 3x3 of one over 30: 32 x 32 is one, so that 16 floats are left between planes.
    [Theory]
    [InlineData(64, 128, 3, 13, (15 * 130 * 64) + 2 + 96)]
    [InlineData(32, 256, 9, 24, (32 * 264 * 32) + 8 + 96)]
    [InlineData(1, 30, 3, 30, (32 * 32) + 16 + 2 + 96)]
    public void Some_rows_have_room_at_once(int inputs, int length, int kernel, int rows, int scratch)
    {
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(inputs, length, 1, kernel), Allowed.Fastest, VectorWidth.Bits512);
        Assert.Equal(("Planar", rows, scratch), (plan.Algorithm, plan.RowsAtOnce, plan.Scratch));
    }

    [Fact]
    public void A_stride_or_groups_are_not()
    {
        Assert.Null(PlanarPlan.For(Problem(64, 128, 4, 3) with { Groups = 2 }, VectorWidth.Bits512));
        Window strided = new(128, 1, 1, 3, 2, 1), plain = new(128, 1, 1, 3, 1, 1);
        Assert.Null(PlanarPlan.For(new ConvolutionProblem(new Shape(64, 128, 128), new Shape(4, 64, 128), strided, plain, Groups: 1), VectorWidth.Bits512));
        Assert.Null(PlanarPlan.For(new ConvolutionProblem(new Shape(64, 128, 128), new Shape(4, 128, 64), plain, strided, Groups: 1), VectorWidth.Bits512));
        Assert.NotNull(PlanarPlan.For(new ConvolutionProblem(new Shape(64, 128, 128), new Shape(4, 128, 128), plain, plain, Groups: 1), VectorWidth.Bits512));
    }

    private static ConvolutionProblem Problem(int inputs, int length, int outputs, int kernel)
    {
        Window window = new(length, kernel / 2, kernel / 2, kernel, 1, 1);
        return new ConvolutionProblem(new Shape(inputs, length, length), new Shape(outputs, length, length), window, window, Groups: 1);
    }
}
