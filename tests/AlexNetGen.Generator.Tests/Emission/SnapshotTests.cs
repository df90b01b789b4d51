using System.Runtime.CompilerServices;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Emission;

/// <summary>The generated code of small networks, read by a person and approved.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Conv2d() => Approve("3, 8, 8", ["Conv1: Conv2d(4, Kernel = 3, Padding = 1), ReLU"]);

    [Fact]
    public void MaxPool2d() => Approve("3, 9, 9", ["Pool1: MaxPool2d(Kernel = 3, Stride = 2)"]);

    [Fact]
    public void AvgPool2d() => Approve("3, 8, 8", ["Pool1: AvgPool2d(Kernel = 2)"]);

    [Fact]
    public void AdaptiveAvgPool2d() => Approve("3, 8, 8", ["Pool1: AdaptiveAvgPool2d(3, 2)", "Same: AdaptiveAvgPool2d(3, 2)"]);

    [Fact]
    public void LocalResponseNorm() => Approve("8, 4, 4", ["Norm1: LocalResponseNorm(5, K = 2f)"]);

    [Fact]
    public void Linear() => Approve("16", ["Fc1: Linear(8), ReLU"]);

    [Fact]
    public void ReLU() => Approve("16", ["Relu1: ReLU"]);

    [Fact]
    public void Flatten() => Approve("3, 4, 4", ["Flat: Flatten"]);

    [Fact]
    public void Dropout() => Approve("16", ["Drop: Dropout"]);

    [Fact]
    public void Softmax() => Approve("3, 4, 4", ["Prob: Softmax"]);

    [Fact]
    public void A_vector_network() => Approve("784", ["Fc1: Linear(32), ReLU", "Fc2: Dropout(0.2), Linear(10, Bias = false), Softmax"]);

    [Fact]
    public void A_residual_block() => Approve("4, 6, 6",
    [
        "Conv1: Conv2d(4, Kernel = 3, Padding = 1), BatchNorm2d(Weights = \"bn1\"), ReLU",
        "Conv2: Conv2d(4, Kernel = 3, Padding = 1)",
        "Sum: Add(nameof(Conv2), Network.Input), ReLU",
        "Gate: AdaptiveAvgPool2d(1), Sigmoid",
        "Out: Multiply(nameof(Sum), nameof(Gate))",
    ]);

    [Fact]
    public void A_block_and_its_use() => ApproveSource(Blocks.BlockSources.Residual.Replace("[Block]", "[Block(4, 6, 6)]", StringComparison.Ordinal)
        + Blocks.BlockSources.Network("3, 6, 6", "    [Residual(Projects = true, Weights = \"layer1.0\")] public static partial Layer A { get; }"));

    [Fact]
    public void Joined_branches() => Approve("3, 6, 6",
    [
        "One: Conv2d(2, Kernel = 1), ReLU",
        "Three: From(Network.Input), Conv2d(5, Kernel = 3, Padding = 1), ReLU",
        "Joined: Concat(nameof(One), nameof(Three))",
    ]);

    [Fact]
    public void Joined_rows() => Approve("2, 4, 5",
    [
        "Half: MaxPool2d(KernelHeight = 2, KernelWidth = 1)",
        "Joined: Concat(Network.Input, nameof(Half), Axis = ConcatAxis.Height)",
    ]);

    [Fact]
    public void Channels_taken_scaled_and_mixed() => Approve("8, 4, 4",
    [
        "Left: Split(2, 0), ChannelScale(Weights = \"block.layer_scale\")",
        "Right: From(Network.Input), Slice(2, 3), PointwiseLinear(4, Weights = \"block.3\"), ReLU",
        "Sum: Add(nameof(Left), nameof(Right))",
    ]);

    // The activation is applied by the convolution of the layer before, unless others read that too.
    [Fact]
    public void Activations_in_layers_of_their_own() => Approve("512, 14, 14",
    [
        "Mix: Conv2d(512, Kernel = 1), BatchNorm2d(Weights = \"bn\")",
        "Act: ReLU",
        "Next: Conv2d(512, Kernel = 1)",
        "Swish: HardSwish",
        "Last: Add(nameof(Next), nameof(Swish))",
    ]);

    // The wide map between the first two is never whole in memory.
    [Fact]
    public void An_inverted_residual() => Approve("8, 20, 20",
    [
        "Expand: Conv2d(48, Kernel = 1), BatchNorm2d(Weights = \"bn1\"), ReLU6",
        "Depthwise: Conv2d(48, Kernel = 3, Padding = 1, Groups = 48), BatchNorm2d(Weights = \"bn2\"), ReLU6",
        "Project: Conv2d(8, Kernel = 1), BatchNorm2d(Weights = \"bn3\")",
        "Sum: Add(nameof(Project), Network.Input)",
    ]);

    // Each half of what is shuffled is in a buffer of its own: nothing is copied to join or to split.
    [Fact]
    public void A_shuffled_unit() => Approve("8, 6, 6",
    [
        "Left: Conv2d(10, Kernel = 1), ReLU",
        "Right: From(Network.Input), Conv2d(10, Kernel = 3, Padding = 1), ReLU",
        "Shuffled: Concat(nameof(Left), nameof(Right)), ChannelShuffle(2)",
        "Kept: Split(2, 0)",
        "Computed: From(nameof(Shuffled)), Split(2, 1), Conv2d(10, Kernel = 1), ReLU",
        "Joined: Concat(nameof(Kept), nameof(Computed)), ChannelShuffle(2)",
    ]);

    [Fact]
    public void Several_outputs() => Approve("3, 6, 6",
    [
        "Features: Conv2d(4, Kernel = 3), ReLU, Output",
        "Aux: GlobalAvgPool, Flatten, Linear(5), Output",
        "Out: From(nameof(Features)), Flatten, Linear(2)",
    ]);

    [Fact]
    public void The_stub_of_a_wrong_network_with_several_outputs() =>
        ApproveSource(Declared.Network("3, 6, 6", "FC1: Flatten, Linear(10), Output", "@event: Linear(4), Output", "Last: From(Network.Input), Conv2d(4, Kernel = 9)"), ["ANG1003"]);

    [Fact]
    public void A_sequence_network() => Approve("3, 16",
    [
        "Conv1: Conv1d(4, Kernel = 3, Stride = 2, Padding = 1), BatchNorm1d(Weights = \"bn1\"), ReLU",
        "Pool1: MaxPool1d(Kernel = 2), AvgPool1d(Kernel = 2)",
        "Fc: Flatten, Linear(2)",
    ]);

    [Fact]
    public void Several_kernels_on_one_layer() =>
        Approve("3, 12, 12", ["Shape1: Conv2d(8, Kernel = 3), ReLU, Conv2d(8, Kernel = 3, Groups = 2, Weights = \"b\"), MaxPool2d(Kernel = 2)"]);

    [Fact]
    public void Padding_that_differs_on_every_side() =>
        Approve("3, 8, 8", ["Conv1: Conv2d(4, KernelHeight = 5, KernelWidth = 3, PaddingTop = 1, PaddingBottom = 2, PaddingLeft = 0, PaddingRight = 1)"]);

    [Fact]
    public void A_nested_and_internal_class() => ApproveSource("""
        using AlexNetGen;

        namespace Tests;

        internal partial class Outer
        {
            public partial struct Middle
            {
                [Network(4)]
                internal sealed partial class Net
                {
                    [Linear(2)] private static partial Layer Fc { get; }
                }
            }
        }
        """);

    [Fact]
    public void Names_of_keywords() => ApproveSource("""
        using AlexNetGen;

        namespace @namespace.@partial;

        /// <summary>A network.</summary>
        [Network(4)]
        public sealed partial class @class
        {
            [Linear(2), ReLU] public static partial Layer @event { get; }
        }
        """);

    [Fact]
    public void Doc_comments() => ApproveSource("""
        using AlexNetGen;

        namespace Tests;

        /// <summary>A network.</summary>
        [Network(4)]
        public sealed partial class Net
        {
            /// <summary>The first; see <see cref="Second"/> &amp; <c>a &lt; b</c>.</summary>
            /// <remarks>
            /// Trained by hand:
            /// <code>
            /// if (a)
            /// {
            ///     b();
            /// }
            /// </code>
            /// </remarks>
            /// <seealso cref="Net.Load(string)"/>
            [Linear(2)] public static partial Layer First { get; }

            [Linear(3)] public static partial Layer Second { get; }
        }
        """);

    [Fact]
    public void The_stub_of_a_wrong_network() =>
        ApproveSource(Declared.Network("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4), ReLU", "Fc1: Flatten, Linear(10)"), ["ANG1001"]);

    [Theory]
    [InlineData("AlexNet2012")]
    [InlineData("CaffeAlexNet")]
    [InlineData("MmpretrainAlexNet")]
    [InlineData("OneGpuAlexNet2014")]
    [InlineData("TorchvisionAlexNet")]
    [InlineData("UngroupedAlexNet227")]
    public void AlexNets(string network) =>
        ApproveSource(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Networks", network + ".cs")), [], $"{nameof(AlexNets)}_{network}");

    private static void Approve(string input, string[] layers, [CallerMemberName] string test = "") => ApproveSource(Declared.Network(input, layers), [], test);

    private static void ApproveSource(string source, string[]? errors = null, [CallerMemberName] string test = "")
    {
        Compiled compiled = Compiled.From(source);
        Assert.Equal(errors ?? [], compiled.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsOfUndocumentedClass(diagnostic)).Select(diagnostic => diagnostic.Id));
        Snapshot.Verify(compiled, test);
    }

    /// <summary>The samples' own files are documented; the containing types of a case need not be.</summary>
    private static bool IsOfUndocumentedClass(Diagnostic diagnostic) => diagnostic.Id == "CS1591" && !diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
}
