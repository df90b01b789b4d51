using System.Globalization;

namespace AlexNetGen.Benchmarks;

/// <summary>ONNX Runtime against the generated networks, in one process.</summary>
internal static class Comparison
{
    private const float Tolerance = 2e-5f;

    /// <summary>Prints the table; returns the exit code, 1 where outputs do not agree.</summary>
    public static int Run(Options options)
    {
        Report report = new(options);
        string distance = options.Threads > 1 ? "  round trip" : string.Empty;
        Console.WriteLine($"{"network",-28}   ORT ms  ours ms  ORT/ours  spread        GFLOP/s  of peak  largest difference / largest value{distance}");
        bool agree = true;
        foreach (Subject subject in options.Subjects())
        {
            try
            {
                agree &= Compare(subject, options, report);
            }
            catch (NotSupportedException exception)
            {
                Console.WriteLine($"{subject.Name,-28}   left out: {exception.Message}");
            }
        }

        report.Save();
        return !agree || report.IsEmpty ? 1 : 0;
    }

    /// <summary>The largest difference between two outputs, relative to the largest value.</summary>
    public static float Difference(float[] expected, float[] actual) =>
        expected.Zip(actual, (a, b) => MathF.Abs(a - b)).Max() / expected.Max(MathF.Abs);

    // Between the processors of two threads, before and after: they may be moved meanwhile.
    private static double? Distance(Options options) => options.Threads > 1 ? RoundTrip.Nanoseconds() : null;

    // Three digits at least.
    private static string Milliseconds(double value) => value.ToString(value < 1 ? "F4" : "F2", CultureInfo.InvariantCulture);

    private static bool Compare(Subject subject, Options options, Report report)
    {
        NetworkDescription network = subject.Description;
        float[] images = Candidate.Images(network, options.Batch);
        using OnnxRuntimeSession session = new(network, options.Threads, options.Batch, images);
        using Candidate ours = subject.Make(options, images);
        double? before = Distance(options);
        Turns turns = Timing.Compare(session.Candidate.Run, ours.Run);
        double? distance = before is { } first && Distance(options) is { } second ? Math.Max(first, second) : null;
        float difference = Difference(session.Candidate.Outputs, ours.Outputs);
        double gigaflops = 2e-6 * options.Batch * network.MultiplyAdds / turns.Second;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{network.Name,-28} {Milliseconds(turns.First),8} {Milliseconds(turns.Second),8} {turns.Ratio,9:F2}  {turns.Low:F2} to {turns.High:F2} {gigaflops,9:F0} {gigaflops / report.Peaks.Gigaflops,8:P0}  {difference:E1}{(distance is null ? string.Empty : $"{distance,37:F0} ns")}"));
        report.Add(new()
        {
            ["network"] = network.Name,
            ["onnxRuntimeMilliseconds"] = turns.First,
            ["milliseconds"] = turns.Second,
            ["ratio"] = turns.Ratio,
            ["ratioLow"] = turns.Low,
            ["ratioHigh"] = turns.High,
            ["gigaflops"] = gigaflops,
            ["ofPeak"] = gigaflops / report.Peaks.Gigaflops,
            ["difference"] = difference,
            ["roundTripNanoseconds"] = distance,
        });

        // Rounded weights change the outputs; that is measured, not wrong. Also false where the difference is NaN.
        return difference <= (options.Weights == StoredWeights.Float32 ? Tolerance : 1);
    }
}
