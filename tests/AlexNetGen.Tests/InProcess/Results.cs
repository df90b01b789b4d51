using Xunit.Abstractions;

namespace AlexNetGen.Tests.InProcess;

/// <summary>What xunit tells: the tests that there are, and how each ended. Failures are written as they come.</summary>
internal sealed class Results : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly List<ITestCase> _tests = [];
    private int _passed;
    private int _failed;
    private int _skipped;

    public IReadOnlyList<ITestCase> Tests => _tests;

    public int Passed => _passed;

    public int Failed => _failed;

    public int Skipped => _skipped;

    public ManualResetEventSlim Discovered { get; } = new();

    public ManualResetEventSlim Finished { get; } = new();

    /// <summary>Called by several threads at once.</summary>
    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage discovered:
                _tests.Add(discovered.TestCase);
                break;
            case IDiscoveryCompleteMessage:
                Discovered.Set();
                break;
            case ITestPassed:
                Interlocked.Increment(ref _passed);
                break;
            case ITestSkipped:
                Interlocked.Increment(ref _skipped);
                break;
            case ITestFailed failed:
                Fail(failed.Test.DisplayName, failed);
                break;
            case ITestAssemblyFinished:
                Finished.Set();
                break;
            case IFailureInformation elsewhere:
                Fail("Outside a test", elsewhere);
                break;
        }

        return true;
    }

    public void Dispose()
    {
        Discovered.Dispose();
        Finished.Dispose();
    }

    private void Fail(string what, IFailureInformation failure)
    {
        Interlocked.Increment(ref _failed);
        Console.WriteLine($"FAILED {what}: {string.Join(Environment.NewLine, failure.Messages)}{Environment.NewLine}{string.Join(Environment.NewLine, failure.StackTraces)}");
    }
}
