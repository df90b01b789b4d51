using AlexNetGen.Generator.Checking;
using DeclaredDialect = AlexNetGen.Generator.Declarations.Dialect;
using DeclaredRounding = AlexNetGen.Generator.Declarations.Rounding;

namespace AlexNetGen.Generator.Tests.Checking;

/// <summary>Windows by hand, where the frameworks part.</summary>
public sealed class WindowTests
{
    // 2, k1, s2: (2 - 1) / 2 + 1 = 1.5. Caffe keeps the window at row 2, which reads nothing; PyTorch drops it.
    [Theory]
    [InlineData("Caffe", 2)]
    [InlineData("PyTorch", 1)]
    [InlineData("Onnx", 1)]
    [InlineData("CudaConvnet", 2)]
    public void A_window_that_begins_at_the_end(string dialect, int length) =>
        Assert.Equal(length, Pool(dialect).Length(new Window(2, 0, 0, 1, 2, 1)));

    // 112, k3, s2, p1: (112 + 2 - 3) / 2 + 1 = 56.5. The 57th window begins at row 111, a real row: all keep it when rounding up.
    // Rounding down, as PyTorch's ResNet does, gives 56.
    [Theory]
    [InlineData("Caffe", 57)]
    [InlineData("PyTorch", 57)]
    public void ResNets_first_pool_rounded_up(string dialect, int length) =>
        Assert.Equal(length, Pool(dialect).Length(new Window(112, 1, 1, 3, 2, 1)));

    [Fact]
    public void ResNets_first_pool_rounded_down() => Assert.Equal(56, new Window(112, 1, 1, 3, 2, 1).Floor);

    // 2, k2, s2, p1: (2 + 2 - 2) / 2 + 1 = 2 exactly. 3, k2, s2, p1: 2.5, up 3; the third would begin at 4 >= 3 + 1: with padding Caffe clips as well.
    [Theory]
    [InlineData("Caffe", 2)]
    [InlineData("PyTorch", 2)]
    [InlineData("CudaConvnet", 3)]
    public void A_window_that_would_begin_in_the_padding(string dialect, int length) =>
        Assert.Equal(length, Pool(dialect).Length(new Window(3, 1, 1, 2, 2, 1)));

    [Theory]
    [InlineData("PyTorch", false, "Fit")]
    [InlineData("PyTorch", true, "Fit")]
    [InlineData("Onnx", true, "Fit")]
    [InlineData("TensorFlow", true, "Fit")]
    [InlineData("Caffe", false, "Fit")]
    [InlineData("Caffe", true, "Ceil")]
    [InlineData("CudaConvnet", false, "Ceil")]
    [InlineData("CudaConvnet", true, "Ceil")]
    public void The_rounding_where_none_is_written(string dialect, bool isPool, string rounding) =>
        Assert.Equal(Enum.Parse<DeclaredRounding>(rounding), WindowRule.Of(null, null, Enum.Parse<DeclaredDialect>(dialect), isPool).Rounding);

    [Fact]
    public void The_operations_rounding_goes_before_the_networks() =>
        Assert.Equal(DeclaredRounding.Floor, WindowRule.Of(DeclaredRounding.Floor, DeclaredRounding.Exact, DeclaredDialect.Caffe, true).Rounding);

    // cuda-convnet, 224, k11, s4: 1 + ceil(213 / 4) = 55, hanging 54*4 + 11 - 224 = 3 over the edge.
    [Fact]
    public void The_papers_first_layer()
    {
        Window window = new(224, 0, 0, 11, 4, 1);
        Assert.Equal(54, window.Floor);
        Assert.Equal(55, window.Ceil);
        Assert.Equal(3, window.Overhang(55));
        Assert.Equal(1, window.Lost);
        Assert.Equal(WindowFit.RowsLost, window.Fit);
        Assert.Equal("54.25", window.Quotient.ToString());
    }

    // (55 - 3) / 3 + 1 = 18 1/3, the last row unread; (6 - 3) / 4 + 1 = 1.75, the second window would read rows 4 and 5.
    [Theory]
    [InlineData(224, 2, 11, 4, "55.25", "PaddingOnly", 0)]
    [InlineData(227, 0, 11, 4, "55", "Exact", 0)]
    [InlineData(56, 0, 1, 2, "28.5", "Subsample", 0)]
    [InlineData(6, 0, 3, 4, "1.75", "RowsLost", 2)]
    [InlineData(55, 0, 3, 3, "18 1/3", "RowsLost", 1)]
    [InlineData(7, 0, 2, 7, "1 5/7", "Subsample", 0)]
    public void Fits_of_every_class(int input, int padding, int kernel, int stride, string quotient, string fit, int lost)
    {
        Window window = new(input, padding, padding, kernel, stride, 1);
        Assert.Equal((quotient, fit, lost), (window.Quotient.ToString(), window.Fit.ToString(), window.Lost));
    }

    // Where not one window fits: (5 - 7) / 3 + 1 = 1/3, (3 - 7) / 3 + 1 = -1/3, (3 - 11) / 3 + 1 = -1 2/3, (3 - 11) / 4 + 1 = -1.
    [Theory]
    [InlineData(5, 7, 3, "1/3")]
    [InlineData(3, 7, 3, "-1/3")]
    [InlineData(3, 11, 3, "-1 2/3")]
    [InlineData(3, 11, 4, "-1")]
    [InlineData(3, 8, 4, "-0.25")]
    public void Quotients_below_one(int input, int kernel, int stride, string quotient) =>
        Assert.Equal(quotient, new Window(input, 0, 0, kernel, stride, 1).Quotient.ToString());

    // SAME, in 224, k7, s2: out 112, total (112 - 1)*2 + 7 - 224 = 5: 2 before and 3 after; lower: 3 and 2.
    [Theory]
    [InlineData("SameUpper", "padding 2 + 3")]
    [InlineData("SameLower", "padding 3 + 2")]
    public void Same_padding_puts_the_odd_row_where_its_name_says(string autoPad, string expected)
    {
        Harness.Compiled compiled = Harness.Declared.Compile("3, 224, 224", $"Conv1: Conv2d(8, Kernel = 7, Stride = 2, AutoPad = AutoPad.{autoPad}), Shape(8, 112, 112)");
        Assert.Empty(compiled.Diagnostics);
        Assert.Contains(expected, compiled.Generated["Tests.Net.g.cs"], StringComparison.Ordinal);
    }

    // SAME, in 8, k1, s2: out 4, (4 - 1)*2 + 1 - 8 < 0, so no padding; in 5, k3, d2 (reach 5), s1: out 5, total 4.
    [Theory]
    [InlineData(8, "Kernel = 1, Stride = 2", "ceil(8 / 2) = 4, padding 0 + 0")]
    [InlineData(5, "Kernel = 3, Dilation = 2", "ceil(5 / 1) = 5, padding 2 + 2")]
    public void Same_padding_is_never_negative_and_knows_dilation(int input, string arguments, string formula)
    {
        Harness.Compiled compiled = Harness.Declared.Compile($"3, {input}, {input}", $"Conv1: Conv2d(8, {arguments}, AutoPad = AutoPad.SameUpper)");
        Assert.Empty(compiled.Diagnostics);
        Assert.Contains(formula, compiled.Generated["Tests.Net.g.cs"], StringComparison.Ordinal);
    }

    private static WindowRule Pool(string dialect) => new(DeclaredRounding.Ceil, true, Enum.Parse<DeclaredDialect>(dialect), true);
}
