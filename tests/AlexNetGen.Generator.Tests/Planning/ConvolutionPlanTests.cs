using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;
using Allowed = AlexNetGen.Generator.Declarations.ConvolutionAlgorithms;

namespace AlexNetGen.Generator.Tests.Planning;

/// <summary>Which algorithm a convolution gets, and what it says about it.</summary>
public sealed class ConvolutionPlanTests
{
    // Multiply-adds of a pair of channels, by hand: 13 x 13 x 9 = 1521; F(3,3) 5 x 5 tiles of 25 = 625, 2.4 times fewer.
    // 27 x 27 x 25 = 18225; F(4,5) 7 x 7 tiles of 64 = 3136, 5.8 times fewer. 56 x 56 x 9 = 28224; F(4,3) 14 x 14 tiles of 36 = 7056, 4.0.
    [Theory]
    [InlineData(192, 13, 384, 3, 1, 1, 1, "Winograd F(3,3)", "2.4 times fewer multiply-adds, 25 tiles")]
    [InlineData(64, 27, 192, 5, 1, 2, 1, "Winograd F(4,5)", "5.8 times fewer multiply-adds, 49 tiles")]
    [InlineData(96, 27, 256, 5, 1, 2, 2, "Winograd F(4,5)", "5.8 times fewer multiply-adds, 49 tiles")]
    [InlineData(64, 56, 64, 3, 1, 1, 1, "Winograd F(4,3)", "4.0 times fewer multiply-adds, 196 tiles")]
    [InlineData(512, 7, 512, 3, 1, 1, 1, "Winograd F(2,3)", "1.7 times fewer multiply-adds, 16 tiles")]
    [InlineData(3, 224, 64, 11, 4, 2, 1, "space to depth by 4, Winograd F(5,3)", "a 3x3 kernel over 48 channels: 3.9 times fewer multiply-adds, 121 tiles")]
    [InlineData(64, 56, 128, 1, 1, 0, 1, "pointwise, a matrix product", "no faster algorithm for a 1x1 kernel")]
    [InlineData(64, 56, 128, 1, 2, 0, 1, "direct", "no faster algorithm for a 1x1 kernel of stride 2")]
    [InlineData(64, 56, 128, 3, 2, 1, 1, "direct", "no faster algorithm for a 3x3 kernel of stride 2")]
    [InlineData(64, 56, 64, 3, 1, 1, 64, "depthwise", "one kernel a channel: vectors across channels")]
    public void Is_chosen_from_the_geometry(int inputs, int length, int outputs, int kernel, int stride, int padding, int groups, string name, string reason)
    {
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(inputs, length, outputs, kernel, stride, padding, groups), Allowed.Fastest);
        Assert.Equal((name, reason), (plan.Name, plan.Reason));
    }

    [Theory]
    [InlineData(192, 13, 384, 3, 1, 1, "direct", 15 * 15 * 192)]
    [InlineData(3, 224, 64, 11, 4, 2, "direct", 227 * 227 * 3)]
    [InlineData(64, 56, 128, 1, 1, 0, "pointwise, a matrix product", 0)]
    public void Exact_is_the_definition(int inputs, int length, int outputs, int kernel, int stride, int padding, string name, int scratch)
    {
        ConvolutionPlan plan = ConvolutionPlan.Of(Problem(inputs, length, outputs, kernel, stride, padding, 1), Allowed.Exact);
        Assert.Equal(("Direct", name, "Convolutions = Exact", scratch), (plan.Algorithm, plan.Name, plan.Reason, plan.Scratch));
    }

    private static ConvolutionProblem Problem(int inputs, int length, int outputs, int kernel, int stride, int padding, int groups)
    {
        Window window = new(length, padding, padding, kernel, stride, 1);
        int size = (int)window.Floor;
        return new ConvolutionProblem(new Shape(inputs, length, length), new Shape(outputs, size, size), window, window, groups);
    }
}
