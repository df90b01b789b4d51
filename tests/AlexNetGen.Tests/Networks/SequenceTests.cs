using AlexNetGen.Shapes.AlexNetGen_Tests;
using AlexNetGen.Tests.Operations;

namespace AlexNetGen.Tests.Networks;

/// <summary>Networks over sequences: their shape types, tensors and description.</summary>
public sealed class SequenceTests
{
    [Fact]
    public void A_shape_has_two_dimensions() =>
        Assert.Equal((2, 8, 1, 25, 200), (Shape8x25.Rank, Shape8x25.Channels, Shape8x25.Height, Shape8x25.Width, Shape8x25.Length));

    [Fact]
    public void Values_are_read_by_channel_and_position()
    {
        using ResidualSequence network = ResidualSequence.WithRandomWeights(seed: 1);
        float[] input = Golden.Uniform("input", 7, ResidualSequence.InputLength), output = new float[5];
        ResidualSequence.Activations activations = new();
        network.Forward(input, output, activations);
        ReadOnlyTensor<Shape16x25> joined = activations.Joined;

        // The second half of the channels is the input, channels first.
        Assert.Equal(input[(3 * 25) + 7], joined[8 + 3, 7]);
        Assert.Equal(input[^1], joined[15, 24]);
        float[] typed = new float[5];
        network.Forward(new ReadOnlyTensor<Shape8x25>(input), new Tensor<Shape5>(typed));
        Assert.Equal(output, typed);
    }

    [Fact]
    public void A_position_beyond_the_last_is_refused()
    {
        Tensor<Shape8x25> tensor = new(new float[200]);
        tensor[7, 24] = 3;
        Assert.Equal(3, tensor.Values[199]);
        Assert.Throws<ArgumentOutOfRangeException>("column", () => new Tensor<Shape8x25>(new float[200])[0, 25]);
        Assert.StartsWith("A tensor of shape 8x25 has 200 values", Assert.Throws<ArgumentException>(() => { _ = new Tensor<Shape8x25>(new float[199]); }).Message, StringComparison.Ordinal);
    }

    // (25 + 2*2 - (2*2 + 1)) / 1 + 1 = 25; the second sees 1 + 2*2 + 2*4 = 13 positions.
    [Fact]
    public void The_table_speaks_of_positions()
    {
        string[] lines = ResidualSequence.Description.ToTable().Split('\n');
        Assert.StartsWith("ResidualSequence: 8x25 -> 5, ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.EndsWith("  13 / 1", StringComparison.Ordinal));
        Assert.Equal([16, 16, 1], ResidualSequence.Description.Tensors.Single(tensor => tensor.Name == "Gate.weight").Shape);
    }
}
