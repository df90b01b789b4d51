namespace AlexNetGen.Tests.Networks;

/// <summary>A forward pass allocates nothing. Counted over all threads of the process, so no other test runs meanwhile.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const int Tries = 100;

    [Fact]
    public void Nothing_is_allocated_after_the_first_call_on_any_thread()
    {
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1);
        float[] image = Golden.Uniform("input", 7, EveryKernel.InputLength);
        float[] scores = new float[EveryKernel.OutputLength];
        float[] workspace = new float[EveryKernel.WorkspaceLength];
        EveryKernel.Activations activations = new();
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

        // The runtime and the test host allocate now and then; a forward pass that did would in every try.
        Assert.Equal(0, Enumerable.Range(0, Tries).Select(_ => Allocated()).FirstOrDefault(bytes => bytes == 0, defaultValue: -1));
    }
}
