using System.Collections.Concurrent;
using System.Globalization;
using AlexNetGen.Tests.Operations;

namespace AlexNetGen.Tests.Networks;

/// <summary>Threads change how fast a result comes, and nothing else.</summary>
public sealed class ThreadsTests
{
    private const string StressSeconds = "ALEXNETGEN_STRESS_SECONDS";
    private const int Callers = 16;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(0)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        Check<QuarterCaffeAlexNet>(threads);
        Check<QuarterMmpretrainAlexNet>(threads);
        Check<EveryKernel>(threads);
        Check<OnlyLinear>(threads);
        Check<SeveralOutputs>(threads);
    }

    [Fact]
    public void A_batch_of_any_size_gives_the_bits_of_single_images()
    {
        using OnlyLinear alone = OnlyLinear.WithRandomWeights(seed: 1);
        using EveryKernel one = EveryKernel.WithRandomWeights(seed: 1), two = EveryKernel.WithRandomWeights(seed: 1, new InferenceOptions { Threads = 2, LeastSharedWork = 0 });
        for (int count = 0; count <= 19; count++)
        {
            Same(alone, count);
            Same(one, count);
            Same(two, count);
        }
    }

    [Fact]
    public void Sixteen_callers_get_the_same_bits_every_time()
    {
        string? seconds = Environment.GetEnvironmentVariable(StressSeconds);
        TimeSpan duration = TimeSpan.FromSeconds(seconds is null ? 2 : double.Parse(seconds, CultureInfo.InvariantCulture));
        foreach (int threads in new[] { 1, 2 })
        {
            using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1, new InferenceOptions { Threads = threads, LeastSharedWork = 0 });
            (float[] images, float[] expected) = Expected(network, count: 3);
            int calls = 0;
            Thread[] callers = Start(Callers, deadline: DateTime.UtcNow + duration, random =>
            {
                float[] scores = new float[expected.Length];
                int count = random.Next(1, 4);
                if (count == 1)
                {
                    network.Forward(images.AsSpan(0, EveryKernel.InputLength), scores.AsSpan(0, EveryKernel.OutputLength));
                }
                else
                {
                    network.ForwardBatch(images.AsSpan(0, count * EveryKernel.InputLength), scores.AsSpan(0, count * EveryKernel.OutputLength), count);
                }

                Assert.Equal(expected[..(count * EveryKernel.OutputLength)], scores[..(count * EveryKernel.OutputLength)]);
                Interlocked.Increment(ref calls);
                return true;
            }, out ConcurrentQueue<Exception> errors);
            Array.ForEach(callers, caller => caller.Join());
            Assert.Empty(errors);
            Assert.True(calls >= Callers, $"{calls} calls");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Disposing_while_others_call_lets_them_finish_or_throws(int threads)
    {
        for (int round = 0; round < 20; round++)
        {
            EveryKernel network = EveryKernel.WithRandomWeights(seed: 1, new InferenceOptions { Threads = threads, LeastSharedWork = 0 });
            (float[] images, float[] expected) = Expected(network, count: 2);
            int finished = 0, refused = 0;
            Thread[] callers = Start(4, DateTime.MaxValue, random =>
            {
                float[] scores = new float[expected.Length];
                try
                {
                    network.ForwardBatch(images, scores, 2);
                }
                catch (ObjectDisposedException)
                {
                    Interlocked.Increment(ref refused);
                    return false;
                }

                Assert.Equal(expected, scores);
                Interlocked.Increment(ref finished);
                return true;
            }, out ConcurrentQueue<Exception> errors);
            SpinWait.SpinUntil(() => Volatile.Read(ref finished) > 2);
            network.Dispose();
            Array.ForEach(callers, caller => caller.Join());
            Assert.Empty(errors);
            Assert.Equal(4, refused);
        }
    }

    private static void Check<TNetwork>(int threads)
        where TNetwork : class, INetwork<TNetwork>
    {
        using TNetwork one = TNetwork.WithRandomWeights(seed: 1);
        using TNetwork several = TNetwork.WithRandomWeights(seed: 1, new InferenceOptions { Threads = threads, LeastSharedWork = 0 });
        (float[] images, float[] expected) = Expected(one, count: 5);
        for (int i = 0; i < 5; i++)
        {
            float[] scores = new float[TNetwork.OutputLength];
            several.Forward(images.AsSpan(i * TNetwork.InputLength, TNetwork.InputLength), scores);
            Assert.Equal(expected[(i * TNetwork.OutputLength)..][..TNetwork.OutputLength], scores);
        }

        float[] batch = new float[expected.Length];
        several.ForwardBatch(images, batch, 5);
        Assert.Equal(expected, batch);
    }

    private static void Same<TNetwork>(TNetwork network, int count)
        where TNetwork : class, INetwork<TNetwork>
    {
        (float[] images, float[] expected) = Expected(network, count);
        float[] batch = new float[expected.Length];
        network.ForwardBatch(images, batch, count);
        Assert.Equal(expected, batch);
    }

    /// <summary>Images that are not alike, and the output of each by itself.</summary>
    private static (float[] Images, float[] Outputs) Expected<TNetwork>(TNetwork network, int count)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] images = [.. Enumerable.Range(0, count).SelectMany(i => Golden.Uniform("input", 7 + i, TNetwork.InputLength))];
        float[] outputs = new float[count * TNetwork.OutputLength];
        for (int i = 0; i < count; i++)
        {
            network.Forward(images.AsSpan(i * TNetwork.InputLength, TNetwork.InputLength), outputs.AsSpan(i * TNetwork.OutputLength, TNetwork.OutputLength));
        }

        return (images, outputs);
    }

    /// <summary>Threads that call until the deadline, or until a call returns false.</summary>
    private static Thread[] Start(int count, DateTime deadline, Func<Random, bool> call, out ConcurrentQueue<Exception> errors)
    {
        ConcurrentQueue<Exception> thrown = errors = [];
        Thread[] threads = [.. Enumerable.Range(0, count).Select(seed => new Thread(() =>
        {
            try
            {
                Random random = new(seed);
                while (call(random) && DateTime.UtcNow < deadline)
                {
                }
            }
            catch (Exception exception)
            {
                thrown.Enqueue(exception);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        return threads;
    }
}
