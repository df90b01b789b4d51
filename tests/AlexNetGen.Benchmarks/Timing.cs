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

    /// <summary>The median milliseconds of each step of a network that runs as a whole.</summary>
    public static IEnumerable<(string Name, double Milliseconds)> Steps(IEnumerable<(string Name, Action Run)> steps)
    {
        (string Name, Action Run)[] all = [.. steps];
        List<double>[] times = [.. all.Select(_ => new List<double>())];
        for (int run = 0; run < Rounds * Burst; run++)
        {
            for (int i = 0; i < all.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                all[i].Run();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return all.Select((step, i) => (step.Name, Median(times[i])));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
