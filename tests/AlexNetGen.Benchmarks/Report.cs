using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlexNetGen.Benchmarks;

/// <summary>The rows of a run with what they were measured on, printed and written as JSON.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Options _options;
    private readonly JsonArray _rows = [];

    public Report(Options options)
    {
        _options = options;
        Peaks = Peaks.Measure(options.Threads);
        Console.WriteLine(Machine.Describe());
        Console.WriteLine(FormattableString.Invariant(
            $"{options.Threads} thread(s) each, {options.Batch} image(s) a call, fully connected weights {options.Weights}; peak {Peaks.Gigaflops:F0} GFLOP/s, memory {Peaks.GigabytesPerSecond:F1} GB/s"));
    }

    public Peaks Peaks { get; }

    public bool IsEmpty => _rows.Count == 0;

    public void Add(JsonObject row) => _rows.Add(row);

    /// <summary>Writes the JSON, if it was asked for.</summary>
    public void Save()
    {
        if (_options.Json is null)
        {
            return;
        }

        JsonObject report = new()
        {
            ["machine"] = Machine.Describe(),
            ["instructionSet"] = Machine.InstructionSet(),
            ["threads"] = _options.Threads,
            ["batch"] = _options.Batch,
            ["fullyConnectedWeights"] = _options.Weights.ToString(),
            ["peakGigaflops"] = Peaks.Gigaflops,
            ["memoryGigabytesPerSecond"] = Peaks.GigabytesPerSecond,
            ["rows"] = _rows,
        };
        File.WriteAllText(_options.Json, report.ToJsonString(Indented) + "\n");
    }
}
