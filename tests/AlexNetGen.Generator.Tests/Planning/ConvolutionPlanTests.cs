using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;
using Allowed = AlexNetGen.Generator.Declarations.ConvolutionAlgorithms;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which algorithm a convolution gets, and what it says about it.</summary>
public sealed class ConvolutionPlanTests
{
    // Multiply-adds of a pair of channels, by hand. 13 = 5 + 4 + 4: 7 + 6 + 6 points, 19 x 19 = 361; by the definition 13 x 13 x 9 = 1521, 4.2 times as many.
    // 7 x 7 x 9 = 441. F(2,3), 7 = 2 + 2 + 2 + 1: 15 x 15 = 225, 2.0. F(3,3), 3 + 2 + 2: 13 x 13 = 169, 2.6. F(4,3), 4 + 3: 11 x 11 = 121, 3.6.
    // 27 x 27 x 25 = 18225; F(4,5), 27 = 6 x 4 + 3: 55 x 55 = 3025, 6.0. 56 x 56 x 9 = 28224; F(5,3), 56 = 8 x 5 + 4 x 4: 80 x 80 = 6400, 4.4.
    // 3x3 kernels of stride 2 over four phases, one of all taps, two of half and one of a quarter: F(4,2), 28 = 7 x 4: 7 x (2 x 4 + 1) = 63, 63 x 63 = 3969, 28 x 28 x 9 = 7056, 1.8.
    // 14 = 4 + 4 + 3 + 3: 9 + 9 + 8 + 8 = 34, 1156; 1764, 1.5. F(2,2), 7 = 2 + 2 + 2 + 1: 5 + 5 + 5 + 4 = 19, 361; 441, 1.2.
    // 24 channels fill no run, so that blocks are multiplied with all their zeros: 4 x 35 x 35 = 4900, 1.4.
    // 1x1 kernels: 49 products of 64 blocks, 1.31 times fewer; 7 of 8, 1.14; of 7 x 7 pixels, tiles of 2 make 50, 8 x 49 / (7 x 50) = 1.12.
    [Theory]
    [InlineData(192, 13, 384, 3, 1, 1, 1, "Winograd F(5,3)", "4.2 times fewer multiply-adds, 9 tiles")]
    [InlineData(64, 27, 192, 5, 1, 2, 1, "Winograd F(4,5)", "6.0 times fewer multiply-adds, 49 tiles")]
    [InlineData(96, 27, 256, 5, 1, 2, 2, "Winograd F(4,5)", "6.0 times fewer multiply-adds, 49 tiles")]
    [InlineData(64, 56, 64, 3, 1, 1, 1, "Winograd F(5,3)", "4.4 times fewer multiply-adds, 144 tiles")]
    [InlineData(512, 7, 512, 3, 1, 1, 1, "Winograd F(2,3) with AVX-512 and AVX2, F(4,3) with 128-bit vectors", "2.0 times fewer multiply-adds, 16 tiles; 3.6 times fewer multiply-adds, 4 tiles")]
    [InlineData(256, 7, 256, 3, 1, 1, 1, "Winograd F(2,3) with AVX-512 and AVX2, F(4,3) with 128-bit vectors", "2.0 times fewer multiply-adds, 16 tiles; 3.6 times fewer multiply-adds, 4 tiles")]
    [InlineData(32, 7, 32, 3, 1, 1, 1, "direct with AVX-512 and AVX2, Winograd F(4,3) with 128-bit vectors", "F(3,3) has 2.6 times fewer multiply-adds, which its transforms and larger weights take up; 3.6 times fewer multiply-adds, 4 tiles")]
    [InlineData(3, 224, 64, 11, 4, 2, 1, "space to depth by 4, Winograd F(5,3)", "a 3x3 kernel over 48 channels: 3.9 times fewer multiply-adds, 121 tiles")]
    [InlineData(64, 56, 128, 1, 1, 0, 1, "pointwise, a matrix product", "Strassen of one level has 1.14 times fewer multiply-adds, which its transforms and larger weights take up")]
    [InlineData(64, 56, 128, 1, 2, 0, 1, "direct", "Strassen of one level has 1.14 times fewer multiply-adds, which its transforms and larger weights take up")]
    [InlineData(512, 14, 512, 1, 1, 0, 1, "Strassen of two levels", "1.31 times fewer multiply-adds, 49 tiles of 4 pixels")]
    [InlineData(512, 28, 1024, 1, 2, 0, 1, "Strassen of two levels", "1.31 times fewer multiply-adds, 49 tiles of 4 pixels")]
    [InlineData(512, 7, 2048, 1, 1, 0, 1, "Strassen of one level", "1.12 times fewer multiply-adds, 25 tiles of 2 pixels")]
    [InlineData(512, 5, 2048, 1, 1, 0, 1, "pointwise, a matrix product", "no faster algorithm for a 1x1 kernel of 512 channels over 25 pixels")]
    [InlineData(32, 28, 1, 1, 1, 0, 1, "pointwise, a matrix product", "no faster algorithm for a 1x1 kernel of 32 channels over 784 pixels")]
    [InlineData(511, 14, 512, 1, 1, 0, 1, "pointwise, a matrix product", "no faster algorithm for a 1x1 kernel of 511 channels over 196 pixels")]
    [InlineData(512, 14, 512, 1, 1, 1, 1, "Strassen of two levels", "1.31 times fewer multiply-adds, 64 tiles of 4 pixels")]
    [InlineData(512, 14, 512, 1, 1, 0, 2, "pointwise, a matrix product", "no faster algorithm for a 1x1 kernel of 256 channels over 196 pixels")]
    [InlineData(64, 56, 128, 3, 2, 1, 1, "phases of stride 2, Winograd F(4,2)", "a 2x2 kernel over 256 channels: 1.8 times fewer multiply-adds, 49 tiles")]
    [InlineData(256, 28, 256, 3, 2, 1, 1, "phases of stride 2, Winograd F(4,2)", "a 2x2 kernel over 1024 channels: 1.5 times fewer multiply-adds, 16 tiles")]
    [InlineData(512, 14, 512, 3, 2, 1, 1, "Strassen of one level", "1.12 times fewer multiply-adds, 25 tiles of 2 pixels")]
    [InlineData(24, 56, 128, 3, 2, 1, 1, "direct", "F(4,2) has 1.4 times fewer multiply-adds, which its transforms and larger weights take up")]
    [InlineData(64, 56, 64, 3, 1, 1, 64, "depthwise", "one kernel a channel: vectors across channels")]
    [InlineData(128, 56, 128, 3, 2, 1, 32, "grouped", "groups of 4: vectors across channels")]
    [InlineData(96, 28, 192, 3, 1, 1, 96, "grouped", "groups of 1 to 2: vectors across channels")]
    [InlineData(48, 28, 144, 3, 1, 1, 48, "grouped", "groups of 1 to 3: vectors across channels")]
    [InlineData(96, 28, 192, 3, 1, 1, 48, "grouped", "groups of 2 to 4: vectors across channels")]
    [InlineData(512, 28, 512, 3, 2, 1, 32, "grouped with AVX-512, direct with AVX2 and 128-bit vectors", "groups of 16: vectors across channels; no faster algorithm for a 3x3 kernel of stride 2 of 16 channels over 196 pixels")]
    [InlineData(1024, 14, 1024, 3, 2, 1, 32, "direct", "no faster algorithm for a 3x3 kernel of stride 2 of 32 channels over 49 pixels")]
    public void Is_chosen_from_the_geometry(int inputs, int length, int outputs, int kernel, int stride, int padding, int groups, string name, string reason)
    {
        ConvolutionPlans plan = ConvolutionPlans.Of(Problem(inputs, length, outputs, kernel, stride, padding, groups), Allowed.Fastest);
        Assert.Equal((name, reason), (plan.Name, plan.Reason));
    }

    // 28 x 28 by dilation 2: four maps of 14 = 5 + 5 + 4: 7 + 7 + 6 points, 4 x 20 x 20 = 1600; 28 x 28 x 9 = 7056, 4.4. By 3: nine of 10 = 5 + 5 (28 = 10 + 9 + 9),
    // 9 x 14 x 14 = 1764, 4.0. By 8: 64 of 4, F(2,3) 4 + 4 points, 64 x 64 = 4096, 1.7; F(4,3) 36 x 64 = 2304, 3.1.
    [Theory]
    [InlineData(2, "Winograd F(5,3)", "4.4 times fewer multiply-adds, 36 tiles of 4 maps without dilation")]
    [InlineData(3, "Winograd F(5,3)", "4.0 times fewer multiply-adds, 36 tiles of 9 maps without dilation")]
    [InlineData(8, "Winograd F(4,3)", "3.1 times fewer multiply-adds, 64 tiles of 64 maps without dilation")]
    public void Dilation_divides_the_map(int dilation, string name, string reason)
    {
        Window window = new(28, dilation, dilation, 3, 1, dilation);
        ConvolutionPlan plan = ConvolutionPlan.Of(new ConvolutionProblem(new Shape(64, 28, 28), new Shape(64, 28, 28), window, window, Groups: 1), Allowed.Fastest, VectorWidth.Bits512);
        Assert.Equal((name, reason), (plan.Name, plan.Reason));
    }

    // Over 7 x 7, multiply-adds of a pair of channels by hand, where a point of fewer tiles than 10 (128-bit vectors: 5) takes as long as one of 10:
    //   F(2,3), tiles of 2 + 2 + 2 + 1: 9 points of 16 tiles, 6 of 12, 1 of 9, 225. As long as 144 + 72 + 10 = 226; 225.
    //   F(3,3), 3 + 2 + 2: 16 points of 9, 8 of 3, 1 of 1, 169. As long as 160 + 80 + 10 = 250; 144 + 40 + 5 = 189.
    //   F(4,3), 4 + 3: 25 points of 4, 10 of 2, 1 of 1, 121. As long as 250 + 100 + 10 = 360; 125 + 50 + 5 = 180.
    // The transforms add 11 a value and channel, of n to n channels 22 / n a pair: 128 0.172 x 225 = 38.7, 29.0, 20.8; 256 half of it; 32 154.7, 116.2, 83.2.
    //   128: 264.7, 279.0, 380.8; 263.7, 218.0, 200.8. 256: 245.3, 264.5, 370.4; 244.3, 203.5, 190.4.
    //   32: 380.7, 366.2, 443.2; 379.7, 305.2, 263.2. The definition 49 x 9 = 441, of which 0.8 is 352.8.
    [Theory]
    [InlineData(16, 128, 7, 128, "Winograd F(2,3)")]
    [InlineData(8, 128, 7, 128, "Winograd F(2,3)")]
    [InlineData(4, 128, 7, 128, "Winograd F(4,3)")]
    [InlineData(16, 256, 7, 256, "Winograd F(2,3)")]
    [InlineData(8, 256, 7, 256, "Winograd F(2,3)")]
    [InlineData(4, 256, 7, 256, "Winograd F(4,3)")]
    [InlineData(16, 32, 7, 32, "direct")]
    [InlineData(8, 32, 7, 32, "direct")]
    [InlineData(4, 32, 7, 32, "Winograd F(4,3)")]
    public void The_narrower_the_vectors_the_larger_the_tile(int lanes, int inputs, int length, int outputs, string name)
    {
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(inputs, length, outputs, kernel: 3, stride: 1, padding: 1, groups: 1), Allowed.Fastest, Width(lanes));
        Assert.Equal(name, plan.Name);
    }

    // A 1x1 convolution's share of the plain product, by hand, 512 inputs and outputs over 14 x 14:
    //   one level: 98 tiles of 7 x (256 + 3) x 256 = 45.48 million; 7 x 256 x 256 weights / 2 = 0.23; 6 x 7 x 98 x 512 = 2.11: 47.8 of 51.4.
    //   two levels: 49 tiles of 49 x (128 + 3) x 128 = 40.26; 49 x 128 x 128 weights / 2 = 0.40; 6 x 49 x 49 x 256 = 3.69: 44.4, 0.86.
    // 320 over 14 x 14, 20.07: two levels 15.94 + 0.16 + 2.31 = 18.4, 0.917. 256, 12.85: 10.30 + 0.10 + 1.84 = 12.2, 0.953, where 0.95 is asked.
    // 3x3 with a stride of 2, 256 to 256 over 14 x 14, 115.6: 49 tiles of 49 x (9 x 64 + 3) x 64 = 88.97; 0.90; 8 x 49 x 49 x (576 + 64) = 12.29: 102.2, 0.88.
    // 128 to 128 over 28 x 28, as many: 196 tiles of 49 x (9 x 32 + 3) x 32 = 89.43; 0.23; 8 x 49 x 196 x (288 + 32) = 24.59: 114.2, 0.988.
    [Theory]
    [InlineData(512, "Strassen of two levels")]
    [InlineData(320, "Strassen of two levels")]
    [InlineData(256, "pointwise, a matrix product")]
    public void Strassen_pays_for_many_channels(int channels, string name)
    {
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(channels, 14, channels, kernel: 1, stride: 1, padding: 0, groups: 1), Allowed.Fastest, VectorWidth.Bits512);
        Assert.Equal(name, plan.Name);
    }

    // F(5,3) of 15 x 15: 9 tiles x 49 points x (64 + the outputs in whole vectors), and twice 16 floats a point:
    // (9 x 96 + 32) x 49, (9 x 88 + 32) x 49, (9 x 84 + 32) x 49. 8 outputs are one vector of AVX2: (9 x 72 + 32) x 49.
    [Theory]
    [InlineData(16, 20, 43_904)]
    [InlineData(8, 20, 40_376)]
    [InlineData(4, 20, 38_612)]
    [InlineData(16, 8, 33_320)]
    [InlineData(8, 8, 33_320)]
    public void Scratch_holds_whole_vectors(int lanes, int outputs, int scratch)
    {
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(64, 15, outputs, kernel: 3, stride: 1, padding: 1, groups: 1), Allowed.Fastest, Width(lanes));
        Assert.Equal(("Winograd F(5,3)", 9, scratch), (plan.Name, plan.TilesAtOnce, plan.Scratch));
    }

    // (16 x 256 + 32) x 16 with AVX-512 and AVX2; (4 x 256 + 32) x 36 = 38,016 with 128 bits.
    [Fact]
    public void Scratch_is_the_largest_of_all_instruction_sets() =>
        Assert.Equal(66_048, ConvolutionPlans.Of(Problem(128, 7, 128, kernel: 3, stride: 1, padding: 1, groups: 1), Allowed.Fastest).Scratch);

    // The framed input, 9 x 9 x 32 = 2,592, with AVX-512 and AVX2; (4 x 64 + 32) x 36 with 128 bits.
    [Fact]
    public void Scratch_is_the_largest_of_all_algorithms() =>
        Assert.Equal(10_368, ConvolutionPlans.Of(Problem(32, 7, 32, kernel: 3, stride: 1, padding: 1, groups: 1), Allowed.Fastest).Scratch);

    // F(4,2) of 28 x 28, 25 points x (4 x 64 + 128) of all 49 tiles, which two threads take as 25 and 24, and of two more to share them
    // unevenly; twice 16 floats a point for each of the two. Over blocks of 24 channels also these, 29 x 29 x 96.
    [Theory]
    [InlineData(64, ((51 * 384) + 64) * 25)]
    [InlineData(24, (((51 * 608) + 64) * 25) + (29 * 29 * 96))]
    public void Phases_need_no_room_for_blocks(int inputs, int scratch)
    {
        int outputs = inputs == 64 ? 128 : 512;
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(inputs, 56, outputs, kernel: 3, stride: 2, padding: 1, groups: 1), Allowed.Fastest, VectorWidth.Bits512);
        Assert.Equal((inputs == 64 ? "Phases" : "SpaceToDepth", scratch), (plan.Algorithm, plan.Scratch));
    }

    // One vector of AVX2 holds 8 outputs, and one of 128 bits 4: AVX-512 computes them so too, no faster; but not across pixels.
    [Theory]
    [InlineData(8, 8, 1)]
    [InlineData(4, 4, 2)]
    [InlineData(3, 4, 2)]
    public void Few_outputs_are_planned_for_the_vectors_that_hold_them(int outputs, int lanes, int stride)
    {
        ConvolutionProblem problem = Problem(64, 13, outputs, kernel: 3, stride, padding: 1, groups: 1);
        Assert.Equal(lanes, VectorWidth.Bits512.Holding(outputs).Lanes);
        Assert.Equal(ConvolutionPlan.Of(problem, Allowed.Fastest, Width(lanes)), ConvolutionPlan.Of(problem, Allowed.Fastest, VectorWidth.Bits512));
    }

    [Theory]
    [InlineData(192, 13, 384, 3, 1, 1, "direct", 15 * 15 * 192)]
    [InlineData(3, 224, 64, 11, 4, 2, "direct", 227 * 227 * 3)]
    [InlineData(64, 56, 128, 1, 1, 0, "pointwise, a matrix product", 0)]
    [InlineData(512, 14, 512, 1, 1, 0, "pointwise, a matrix product", 0)]
    public void Exact_is_the_definition(int inputs, int length, int outputs, int kernel, int stride, int padding, string name, int scratch)
    {
        ConvolutionPlans plan = ConvolutionPlans.Of(Problem(inputs, length, outputs, kernel, stride, padding, 1), Allowed.Exact);
        Assert.Equal(("Direct", name, "Convolutions = Exact", scratch), (plan.Bits512.Algorithm, plan.Name, plan.Reason, plan.Scratch));
        Assert.Equal((plan.Bits512, plan.Bits512), (plan.Bits256, plan.Bits128));
    }

    private static VectorWidth Width(int lanes) => lanes switch { 16 => VectorWidth.Bits512, 8 => VectorWidth.Bits256, _ => VectorWidth.Bits128 };

    private static ConvolutionProblem Problem(int inputs, int length, int outputs, int kernel, int stride, int padding, int groups)
    {
        Window window = new(length, padding, padding, kernel, stride, 1);
        int size = (int)window.Floor;
        return new ConvolutionProblem(new Shape(inputs, length, length), new Shape(outputs, size, size), window, window, groups);
    }
}
