using AlexNetGen.Shapes.AlexNetGen_Tests;
using AlexNetGen.Tests.Operations;

namespace AlexNetGen.Tests.Networks;

/// <summary>A network with several outputs: 4x4x5 = 80 values of maps, 5 and 2 scores.</summary>
public sealed class SeveralOutputsTests
{
    private const int Total = 80 + 5 + 2;

    [Fact]
    public void Lie_after_each_other_as_described()
    {
        Assert.Equal(Total, SeveralOutputs.OutputLength);
        Assert.Equal(
            [("Features", "4x4x5", 0), ("Aux", "5", 80), ("Scores", "2", 85)],
            SeveralOutputs.Description.Outputs.Select(output => (output.Name, output.Shape.ToString(), output.Offset)));
        Assert.Equal(new OutputDescription("Output", ResidualBlock.Description.Output, 0), Assert.Single(ResidualBlock.Description.Outputs));
        Assert.StartsWith("SeveralOutputs: 3x6x7 -> 4x4x5, 5, 2, ", SeveralOutputs.Description.ToTable(), StringComparison.Ordinal);
    }

    [Fact]
    public void Golden_of_all_of_them()
    {
        Golden.Check<SeveralOutputs>();
        Golden.Check<OutputsOfOneValue>();
    }

    [Fact]
    public void Every_overload_computes_the_same_bits()
    {
        using SeveralOutputs network = SeveralOutputs.WithRandomWeights(seed: 1);
        float[] images = Golden.Uniform("input", 7, 3 * SeveralOutputs.InputLength);
        Span<float> image = images.AsSpan(SeveralOutputs.InputLength, SeveralOutputs.InputLength);
        float[] all = new float[Total];
        network.Forward(image, all);

        float[] features = new float[80], aux = new float[5], scores = new float[2];
        network.Forward(new ReadOnlyTensor<Shape3x6x7>(image), features: new Tensor<Shape4x4x5>(features), aux: new Tensor<Shape5>(aux), scores: new Tensor<Shape2>(scores));
        Assert.Equal(all, (float[])[.. features, .. aux, .. scores]);

        float[] again = new float[Total];
        network.Forward(image, again, new float[SeveralOutputs.WorkspaceLength]);
        Assert.Equal(all, again);

        SeveralOutputs.Activations activations = new();
        network.Forward(image, again, activations);
        Assert.Equal(all, again);
        Assert.Equal(all, (float[])[.. activations.Features.Values, .. activations.Aux.Values, .. activations.Scores.Values]);

        float[] batch = new float[3 * Total];
        network.ForwardBatch(images, batch, 3);
        Assert.Equal(all, batch[Total..(2 * Total)]);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        using SeveralOutputs network = SeveralOutputs.WithRandomWeights(seed: 1);
        float[] image = new float[SeveralOutputs.InputLength], features = new float[80], aux = new float[5], scores = new float[2], all = new float[Total];
        Kernels.KernelTest.AllocatesNothing(() =>
        {
            network.Forward(new ReadOnlyTensor<Shape3x6x7>(image), new Tensor<Shape4x4x5>(features), new Tensor<Shape5>(aux), new Tensor<Shape2>(scores));
            network.Forward(image, all);
            network.ForwardBatch(image, all, 1);
        });
    }

    [Fact]
    public void Wrong_spans_are_refused()
    {
        using SeveralOutputs network = SeveralOutputs.WithRandomWeights(seed: 1);
        float[] image = new float[SeveralOutputs.InputLength], memory = new float[200];
        Assert.StartsWith(
            "SeveralOutputs writes 87 values (its outputs after each other); the output has 86. Pass a span of exactly that length.",
            Assert.Throws<ArgumentException>("output", () => network.Forward(image, new float[Total - 1])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "SeveralOutputs writes 87 values (its outputs after each other) for each of 2 inputs, 174 in all; the outputs have 173.",
            Assert.Throws<ArgumentException>("outputs", () => network.ForwardBatch(new float[2 * image.Length], new float[173], 2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("input", () => network.Forward(image.AsSpan(1), new float[Total]));
        Assert.Throws<ArgumentException>("inputs", () => network.ForwardBatch(image, new float[2 * Total], 2));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => network.ForwardBatch(image, memory, -1));
        Assert.Throws<ArgumentException>("output", () => network.Forward(memory.AsSpan(0, 126), memory.AsSpan(100, Total)));
        Assert.Throws<ArgumentException>("outputs", () => network.ForwardBatch(memory.AsSpan(0, 126), memory.AsSpan(100, Total), 1));
    }

    [Fact]
    public void Overlapping_tensors_are_refused_by_name()
    {
        using SeveralOutputs network = SeveralOutputs.WithRandomWeights(seed: 1);
        float[] memory = new float[300];
        Assert.StartsWith(
            "The scores and the aux given to SeveralOutputs overlap in memory",
            Assert.Throws<ArgumentException>("scores", () => Forward(network, memory, features: 130, aux: 250, scores: 254)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("aux", () => Forward(network, memory, features: 130, aux: 125, scores: 254));
        Assert.Throws<ArgumentException>("features", () => Forward(network, memory, features: 100, aux: 250, scores: 255));
        Forward(network, memory, features: 130, aux: 250, scores: 255);

        static void Forward(SeveralOutputs network, float[] memory, int features, int aux, int scores) => network.Forward(
            new ReadOnlyTensor<Shape3x6x7>(memory.AsSpan(0, 126)),
            new Tensor<Shape4x4x5>(memory.AsSpan(features, 80)),
            new Tensor<Shape5>(memory.AsSpan(aux, 5)),
            new Tensor<Shape2>(memory.AsSpan(scores, 2)));
    }
}
