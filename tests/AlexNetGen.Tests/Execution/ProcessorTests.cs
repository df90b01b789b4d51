using AlexNetGen.Execution;

namespace AlexNetGen.Tests.Execution;

/// <summary>Threads keep off processors where the system offers it: on Linux, with two processors or more.</summary>
public sealed class ProcessorTests
{
    [Fact]
    public void A_thread_leaves_a_processor_it_is_to_avoid()
    {
        InThread(() =>
        {
            int before = Processor.Current;
            Processor.Avoid(Processor.CurrentThread, [Processor.None, before]);
            if (OperatingSystem.IsLinux() && Environment.ProcessorCount > 1)
            {
                Assert.NotEqual(Processor.None, before);
                Assert.NotEqual(before, Processor.Current);
            }
        });
    }

    [Fact]
    public void Where_none_is_left_it_stays()
    {
        InThread(() =>
        {
            Processor.Avoid(Processor.CurrentThread, [.. Enumerable.Range(0, 1024)]);
            Processor.Avoid(thread: 0, [0]);
            Assert.InRange(Processor.Current, Processor.None, 1023);
        });
    }

    private static void InThread(Action action)
    {
        Exception? thrown = null;
        Thread thread = new(() => thrown = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
