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
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), packed = path + ".packed";
        foreach (Subject subject in options.Subjects())
        {
            try
            {
                subject.Save(path);
                subject.Pack(path, packed, options);
                Measure(subject, path, packed, options, report);
            }
            finally
            {
                File.Delete(path);
                File.Delete(packed);
            }
        }

        report.Save();
        return report.IsEmpty ? 1 : 0;
    }

    private static void Measure(Subject subject, string path, string packed, Options options, Report report)
    {
        List<double> reading = [];
        for (int i = 0; i < Tries; i++)
        {
            reading.Add(Time(() => Read(path)));
            Collect();
        }

        Loaded safetensors = Load(() => subject.Load(path, options));
        Loaded read = Load(() => subject.Load(packed, options));
        Loaded mapped = Load(() => subject.Load(packed, options, map: true));
        double file = new FileInfo(path).Length / 1e6, bytes = new FileInfo(packed).Length / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{subject.Name,-28} {file,7:F1} MB: {safetensors.Times}, reading the file alone {Timing.Median(reading):F0} ms, best {reading.Min():F0}; peak {safetensors.Peak:F0} MB, {safetensors.Peak / bytes:F2} of {bytes:F1} MB packed; packed file read {read.Times}, mapped {mapped.Times}"));
        report.Add(new()
        {
            ["network"] = subject.Name,
            ["megabytes"] = file,
            ["milliseconds"] = safetensors.Median,
            ["bestMilliseconds"] = safetensors.Best,
            ["readingMilliseconds"] = Timing.Median(reading),
            ["peakMegabytes"] = safetensors.Peak,
            ["packedMegabytes"] = bytes,
            ["peakToPacked"] = safetensors.Peak / bytes,
            ["packedMilliseconds"] = read.Median,
            ["mappedMilliseconds"] = mapped.Median,
        });
    }

    private static Loaded Load(Func<IDisposable> load)
    {
        List<double> times = [];
        double peak = double.MaxValue;
        for (int i = 0; i < Tries; i++)
        {
            Collect();
            double before = Megabytes("VmRSS");
            if (File.Exists(ClearPeak))
            {
                File.WriteAllText(ClearPeak, "5");
            }

            IDisposable? network = null;
            times.Add(Time(() => network = load()));
            peak = Math.Min(peak, Megabytes("VmHWM") - before);
            network!.Dispose();
        }

        Collect();
        return new Loaded(Timing.Median(times), times.Min(), peak);
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
    private static double Megabytes(string name)
    {
        string? line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal)) : null;
        return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>How a network was loaded.</summary>
    /// <param name="Median">Milliseconds.</param>
    /// <param name="Best">Milliseconds.</param>
    /// <param name="Peak">The memory that the process had beside, at most, in MB: the least of several times.</param>
    private sealed record Loaded(double Median, double Best, double Peak)
    {
        public string Times => string.Create(CultureInfo.InvariantCulture, $"{Median:F0} ms, best {Best:F0}");
    }
}
