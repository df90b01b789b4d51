using System.Globalization;

namespace AlexNetGen.Benchmarks;

/// <summary>ONNX Runtime's time for each layer, by its own profiler, against ours, for one image.</summary>
internal static class LayerComparison
{
    private const int Rounds = 9;
    private const int Runs = 5;

    public static int Run(Options options)
    {
        Report report = new(options);
        foreach (Subject subject in options.Subjects())
        {
            try
            {
                Compare(subject, options, report);
            }
            catch (NotSupportedException exception)
            {
                Console.WriteLine($"{subject.Name}: left out: {exception.Message}");
            }
        }

        report.Save();
        return report.IsEmpty ? 1 : 0;
    }

    private static void Compare(Subject subject, Options options, Report report)
    {
        NetworkDescription network = subject.Description;
        float[] image = Candidate.Images(network, 1);
        using OnnxRuntimeSession session = new(network, options.Threads, batch: 1, image, isProfiled: true);
        List<NetworkProfile> profiles = [];
        for (int round = 0; round < Rounds; round++)
        {
            for (int run = 0; run < Runs; run++)
            {
                session.Candidate.Run();
            }

            // Its workers spin for a while.
            Thread.Sleep(100);
            if (round % 4 == 0)
            {
                profiles.Add(subject.Profile(options));
            }
        }

        IReadOnlyDictionary<string, double> theirs = session.LayerTimes(network);
        Console.WriteLine();
        Console.WriteLine($"{network.Name,-28}   ORT ms  ours ms  ORT/ours  GFLOP/s  of peak");
        for (int i = 0; i < network.Layers.Count; i++)
        {
            Layer layer = network.Layers[i];
            double ours = Timing.Median([.. profiles.Select(profile => profile.Layers[i].Milliseconds)]);
            double ort = theirs.GetValueOrDefault(layer.Name);
            double gigaflops = 2e-6 * layer.MultiplyAdds / Math.Max(ours, 1e-6);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {layer.Name,-26} {ort,8:F3} {ours,8:F3} {(ours > 0 ? ort / ours : 0),9:F2} {gigaflops,8:F0} {gigaflops / report.Peaks.Gigaflops,8:P0}"));
            report.Add(new()
            {
                ["network"] = network.Name,
                ["layer"] = layer.Name,
                ["onnxRuntimeMilliseconds"] = ort,
                ["milliseconds"] = ours,
                ["layerRatio"] = ours > 0 ? ort / ours : null,
                ["gigaflops"] = gigaflops,
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"(putting values in order)",-26} {theirs.GetValueOrDefault(string.Empty),8:F3}"));
    }
}
