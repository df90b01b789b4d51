using System.Diagnostics;
using System.Globalization;

namespace AlexNetGen.Benchmarks;

/// <summary>The images a second of one network that two threads call at once, beside those of one thread.</summary>
internal static class Callers
{
    private const int Rounds = 9;
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(400);

    public static int Run(Options options)
    {
        Report report = new(options);
        foreach (Subject subject in options.Subjects())
        {
            using Candidate network = subject.Make(options, Candidate.Images(subject.Description, options.Batch));
            List<double> one = [], two = [], ratios = [];
            for (int round = 0; round <= Rounds; round++)
            {
                double alone = Rate(subject, network, callers: 1), both = Rate(subject, network, callers: 2);
                if (round > 0)
                {
                    one.Add(alone * options.Batch);
                    two.Add(both * options.Batch);
                    ratios.Add(both / alone);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{subject.Name,-28} one caller {Timing.Median(one),9:F1} images/s, two {Timing.Median(two),9:F1}: {Timing.Median(ratios):F2} times"));
            report.Add(new() { ["network"] = subject.Name, ["one"] = Timing.Median(one), ["two"] = Timing.Median(two), ["ratio"] = Timing.Median(ratios) });
        }

        report.Save();
        return report.IsEmpty ? 1 : 0;
    }

    /// <summary>Calls a second, of all callers together.</summary>
    private static double Rate(Subject subject, Candidate network, int callers)
    {
        double[] rates = new double[callers];
        using Barrier barrier = new(callers);
        Thread[] threads = [.. Enumerable.Range(0, callers).Select(caller => new Thread(() => Call(caller)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return rates.Sum();

        // Each by its own time, which ends with a call: a window cut short would count whole calls of a network that takes a quarter of it.
        void Call(int caller)
        {
            Action forward = subject.Caller(network);
            forward();
            barrier.SignalAndWait();
            long start = Stopwatch.GetTimestamp();
            int calls = 0;
            TimeSpan time;
            do
            {
                forward();
                calls++;
                time = Stopwatch.GetElapsedTime(start);
            }
            while (time < Span);

            rates[caller] = calls / time.TotalSeconds;
        }
    }
}
