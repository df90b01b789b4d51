using System.Diagnostics;

namespace AlexNetGen.Benchmarks;

/// <summary>Medians of interleaved bursts, so that both sides see the same machine.</summary>
internal static class Timing
{
    private const int Rounds = 15;
    private const int Burst = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The median milliseconds of each action, which take turns, with a pause before each.</summary>
    public static double[] Medians(params Action[] actions)
    {
        List<double>[] times = [.. actions.Select(_ => new List<double>())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < actions.Length; i++)
            {
                // ONNX Runtime's workers spin for a while after a run; let them sleep.
                Thread.Sleep(Pause);
                actions[i]();
                for (int run = 0; run < Burst; run++)
                {
                    long start = Stopwatch.GetTimestamp();
                    actions[i]();
                    times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return [.. times.Select(Median)];
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
