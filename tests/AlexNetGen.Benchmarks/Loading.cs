using System.Diagnostics;
using System.Globalization;

namespace AlexNetGen.Benchmarks;

/// <summary>How long a network takes to load from a file in the page cache, and the memory it takes at most.</summary>
internal static class Loading
{
    private const int Tries = 7;
    private const string Status = "/proc/self/status";
    private const string ClearPeak = "/proc/self/clear_refs";

    public static int Run(Options options)
    {
        Report report = new(options);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        foreach (Subject subject in options.Subjects())
        {
            try
            {
                subject.Save(path);
                Measure(subject, path, options, report);
            }
            finally
            {
                File.Delete(path);
            }
        }

        report.Save();
        return report.IsEmpty ? 1 : 0;
    }

    private static void Measure(Subject subject, string path, Options options, Report report)
    {
        List<double> times = [], reading = [];
        long peak = long.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            reading.Add(Time(() => Read(path)));
            Collect();
            long before = Megabytes("VmRSS");
            if (File.Exists(ClearPeak))
            {
                File.WriteAllText(ClearPeak, "5");
            }

            IDisposable? network = null;
            times.Add(Time(() => network = subject.Load(path, options)));
            peak = Math.Min(peak, Megabytes("VmHWM") - before);
            network!.Dispose();
            Collect();
        }

        double file = new FileInfo(path).Length / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{subject.Name,-28} {file,7:F1} MB: {Timing.Median(times),7:F0} ms, best {times.Min():F0}; reading the file alone {Timing.Median(reading):F0}, best {reading.Min():F0}; peak {peak} MB more"));
        report.Add(new()
        {
            ["network"] = subject.Name,
            ["megabytes"] = file,
            ["milliseconds"] = Timing.Median(times),
            ["bestMilliseconds"] = times.Min(),
            ["readingMilliseconds"] = Timing.Median(reading),
            ["peakMegabytes"] = peak,
        });
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)file.Length);
        file.ReadExactly(bytes);
    }

    private static void Collect()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }

    /// <summary>A value of the kernel's, in MB; 0 where it gives none.</summary>
    private static long Megabytes(string name)
    {
        string? line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1_000_000;
    }
}
