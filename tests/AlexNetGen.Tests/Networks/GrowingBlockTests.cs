namespace AlexNetGen.Tests.Networks;

/// <summary>
/// A dense block, computed in one map and with each layer's map for itself. DenseNet-121 is compared with PyTorch where the
/// samples are tested.
/// </summary>
public sealed class GrowingBlockTests
{
    [Fact]
    public void Growing_in_one_map_gives_what_maps_of_their_own_give()
    {
        using GrowingBlock network = GrowingBlock.WithRandomWeights(seed: 5);
        float[] image = Golden.Uniform("input", 7, GrowingBlock.InputLength), apart = new float[GrowingBlock.OutputLength];
        network.Forward(image, apart, new GrowingBlock.Activations());

        // What nobody writes is not a number.
        float[] workspace = new float[GrowingBlock.WorkspaceLength], together = new float[GrowingBlock.OutputLength];
        Array.Fill(workspace, float.NaN);
        network.Forward(image, together, workspace);
        Assert.All(together.Zip(apart), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
        Assert.True(apart.Distinct().Count() > 20);
    }
}
