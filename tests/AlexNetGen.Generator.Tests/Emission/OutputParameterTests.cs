using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Emission;

/// <summary>The parameters of a typed forward pass with several outputs are named after their layers.</summary>
public sealed class OutputParameterTests
{
    [Theory]
    [InlineData("Aux", "aux")]
    [InlineData("AvgPool", "avgPool")]
    [InlineData("FC8", "fc8")]
    [InlineData("FCLayer", "fcLayer")]
    [InlineData("scores", "scores")]
    [InlineData("Event", "@event")]
    [InlineData("Input", "inputOutput")]
    [InlineData("Workspace", "workspaceOutput")]
    [InlineData("last", "last")]
    public void In_camel_case(string layer, string parameter)
    {
        Compiled compiled = Declared.Compile("4", $"{layer}: Linear(3), Output", "Last: Linear(2)");
        Assert.Empty(compiled.Diagnostics);
        string last = layer == "last" ? "lastOutput" : "last";
        Assert.Contains(
            $"global::AlexNetGen.Tensor<global::AlexNetGen.Shapes.Tests.Shape3> {parameter}, global::AlexNetGen.Tensor<global::AlexNetGen.Shapes.Tests.Shape2> {last})",
            compiled.Generated["Tests.Net.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_marked_on_the_last_layer_is_one_output() =>
        Assert.Contains("> input, global::AlexNetGen.Tensor<global::AlexNetGen.Shapes.Tests.Shape2> output)", Declared.Compile("4", "A: Linear(3)", "B: Linear(2), Output").Generated["Tests.Net.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void Within_a_block_every_use_has_its_own()
    {
        Compiled compiled = Compiled.From("""
            using AlexNetGen;

            namespace Tests;

            /// <summary>A block.</summary>
            [Block]
            internal sealed partial class Stage
            {
                [Linear(3), Output] public static partial Layer Inner { get; }
                [Linear(4)]         public static partial Layer Outer { get; }
            }

            /// <summary>A network.</summary>
            [Network(4)]
            internal sealed partial class Net
            {
                [Stage(Weights = "a")]  public static partial Layer A { get; }
                [Stage(Weights = "b")]  public static partial Layer B { get; }
                [Linear(2)]             public static partial Layer Last { get; }
            }
            """);
        Assert.Empty(compiled.Errors);
        Assert.Contains("Shape3> a_Inner, global::AlexNetGen.Tensor<global::AlexNetGen.Shapes.Tests.Shape3> b_Inner, global::AlexNetGen.Tensor<global::AlexNetGen.Shapes.Tests.Shape2> last)", compiled.Generated["Tests.Net.g.cs"], StringComparison.Ordinal);
    }
}
