using System.Diagnostics;
using System.Runtime;

namespace AlexNetGen.Benchmarks;

/// <summary>Medians of interleaved bursts, so that both sides see the same machine.</summary>
internal static class Timing
{
    private const int Rounds = 15;
    private const int BurstRuns = 8;

    // What takes microseconds is measured as it runs in a loop, not as it wakes up from the pause.
    private static readonly TimeSpan ShortestBurst = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortestWarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(8);

    /// <summary>Two actions that take turns, with a pause before each.</summary>
    public static Turns Compare(Action first, Action second)
    {
        first();
        WarmUp(second);
        List<double>[] medians = [[], []], all = [[], []];
        for (int round = 0; round < Rounds; round++)
        {
            for (int side = 0; side < 2; side++)
            {
                // ONNX Runtime's workers spin for a while after a run; let them sleep.
                Thread.Sleep(Pause);
                List<double> times = Measure(side == 0 ? first : second);
                medians[side].Add(Median(times));
                all[side].AddRange(times);
            }
        }

        double[] ratios = [.. medians[0].Zip(medians[1], (a, b) => a / b).Order()];
        return new Turns(Median(all[0]), Median(all[1]), ratios[Rounds / 10], ratios[^(1 + (Rounds / 10))]);
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    // What has run often is compiled again in the background, which takes a processor from two threads: until nothing is.
    private static void WarmUp(Action action)
    {
        long begin = Stopwatch.GetTimestamp(), compiled;
        TimeSpan elapsed;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            Measure(action);
            Thread.Sleep(Pause);
            elapsed = Stopwatch.GetElapsedTime(begin);
        }
        while (elapsed < LongestWarmUp && (elapsed < ShortestWarmUp || JitInfo.GetCompiledMethodCount() != compiled));
    }

    private static List<double> Measure(Action action)
    {
        action();
        List<double> times = [];
        long begin = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            long start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            elapsed = Stopwatch.GetElapsedTime(begin);
        }
        while (elapsed < LongestBurst && (times.Count < BurstRuns || elapsed < ShortestBurst));
        return times;
    }
}

/// <summary>What two actions that took turns needed.</summary>
/// <param name="First">The first one's median, in milliseconds.</param>
/// <param name="Second">The second one's median, in milliseconds.</param>
/// <param name="Low">The ratio of the medians of a round, the second lowest of them.</param>
/// <param name="High">The second highest.</param>
internal sealed record Turns(double First, double Second, double Low, double High)
{
    public double Ratio => First / Second;
}
