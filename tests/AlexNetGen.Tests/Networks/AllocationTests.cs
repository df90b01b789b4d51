using System.Diagnostics;

namespace AlexNetGen.Tests.Networks;

/// <summary>A forward pass allocates nothing. Counted over all threads of the process, so no other test runs meanwhile.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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

        AssertNothingInTheEnd(Allocated);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Nothing_is_allocated_by_workers_or_by_several_callers(int threads)
    {
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1, new InferenceOptions { Threads = threads, LeastSharedWork = 0 });
        float[] images = Golden.Uniform("input", 7, 2 * EveryKernel.InputLength);
        int round = 0, done = 0, count = 1;
        Thread[] callers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            float[] scores = new float[2 * EveryKernel.OutputLength];
            for (int seen = 0; seen >= 0;)
            {
                int next = Volatile.Read(ref round);
                if (next != seen && next >= 0)
                {
                    network.ForwardBatch(images.AsSpan(0, count * EveryKernel.InputLength), scores.AsSpan(0, count * EveryKernel.OutputLength), count);
                    Interlocked.Increment(ref done);
                }

                seen = next;
                Thread.Sleep(0);
            }
        }))];
        Array.ForEach(callers, caller => caller.Start());
        long Allocated()
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Volatile.Write(ref done, 0);
            Volatile.Write(ref round, round + 1);
            while (Volatile.Read(ref done) < callers.Length)
            {
                Thread.Sleep(0);
            }

            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        try
        {
            AssertNothingInTheEnd(Allocated);
            count = 2;
            AssertNothingInTheEnd(Allocated);
        }
        finally
        {
            Volatile.Write(ref round, -1);
            Array.ForEach(callers, caller => caller.Join());
        }
    }

    /// <summary>The runtime and the test host allocate now and then; a forward pass that did would in every try.</summary>
    private static void AssertNothingInTheEnd(Func<long> allocated)
    {
        allocated();
        long least = long.MaxValue;
        for (long start = Stopwatch.GetTimestamp(); least != 0 && Stopwatch.GetElapsedTime(start) < Patience;)
        {
            least = Math.Min(least, allocated());
        }

        Assert.Equal(0, least);
    }
}
