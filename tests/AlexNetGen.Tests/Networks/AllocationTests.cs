namespace AlexNetGen.Tests.Networks;

/// <summary>A forward pass allocates nothing. Counted over all threads of the process, so no other test runs meanwhile.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const int Tries = 5;

    [Fact]
    public void Nothing_is_allocated_after_the_first_call_on_any_thread()
    {
        using QuarterTorchvisionAlexNet network = QuarterTorchvisionAlexNet.WithRandomWeights(seed: 1);
        float[] image = Golden.Uniform("input", 7, QuarterTorchvisionAlexNet.InputLength);
        float[] scores = new float[QuarterTorchvisionAlexNet.OutputLength];
        float[] workspace = new float[QuarterTorchvisionAlexNet.WorkspaceLength];
        QuarterTorchvisionAlexNet.Activations activations = new();
        long Allocated()
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            network.Forward(image, scores);
            network.Forward(image, scores, workspace);
            network.Forward(image, scores, activations);
            network.ForwardBatch(image, scores, 1);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Allocated();

        // The test host itself may allocate meanwhile; a forward pass that did would in every try.
        Assert.Equal(0, Enumerable.Range(0, Tries).Min(_ => Allocated()));
    }
}
