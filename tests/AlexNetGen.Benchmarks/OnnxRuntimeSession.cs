using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace AlexNetGen.Benchmarks;

/// <summary>ONNX Runtime with all its optimisations and preallocated buffers.</summary>
internal sealed class OnnxRuntimeSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input;
    private readonly OrtValue _output;

    public OnnxRuntimeSession(NetworkDescription network, int threads, int batch, float[] images, bool isProfiled = false)
    {
        byte[] model = new OnnxModel(network, new RandomWeights(network, Candidate.Seed), batch).Write();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            EnableProfiling = isProfiled,
            ProfileOutputPathPrefix = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        };
        _session = new InferenceSession(model, options);
        float[] output = new float[batch * network.Output.Length];
        _input = OrtValue.CreateTensorValueFromMemory(images, [batch, .. network.Input]);
        _output = OrtValue.CreateTensorValueFromMemory(output, [batch, .. network.Output]);
        string[] inputs = [OnnxGraph.Input], outputs = [_session.OutputNames[0]];
        Candidate = new Candidate(() => _session.Run(_options, inputs, [_input], outputs, [_output]), output, this);
    }

    public Candidate Candidate { get; }

    /// <summary>The median milliseconds of each layer over the runs so far. Nodes that belong to none, which reorder values, have an empty name.</summary>
    public IReadOnlyDictionary<string, double> LayerTimes(NetworkDescription network)
    {
        string file = _session.EndProfiling();
        using JsonDocument trace = JsonDocument.Parse(File.ReadAllBytes(file));
        Dictionary<string, List<double>> nodes = new(StringComparer.Ordinal);
        foreach (JsonElement entry in trace.RootElement.EnumerateArray())
        {
            string name = entry.GetProperty("name").GetString()!;
            if (name.EndsWith("_kernel_time", StringComparison.Ordinal))
            {
                nodes.TryAdd(name, []);
                nodes[name].Add(entry.GetProperty("dur").GetDouble() / 1000);
            }
        }

        File.Delete(file);
        Dictionary<string, double> times = new(StringComparer.Ordinal);
        foreach ((string node, List<double> milliseconds) in nodes)
        {
            // The name that the model gave stays part of the name that fusion gives.
            string layer = network.Layers.Select(layer => layer.Name).Where(layer => node.Contains(OnnxModel.Mark(layer), StringComparison.Ordinal)).FirstOrDefault(string.Empty);
            times[layer] = times.GetValueOrDefault(layer) + Timing.Median(milliseconds);
        }

        return times;
    }

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
