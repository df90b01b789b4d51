using Microsoft.ML.OnnxRuntime;

namespace AlexNetGen.Benchmarks;

/// <summary>ONNX Runtime on one thread, with all its optimisations and preallocated buffers.</summary>
internal sealed class OnnxRuntimeSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input;
    private readonly OrtValue _output;

    public OnnxRuntimeSession(byte[] model, NetworkDescription network, float[] image)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new InferenceSession(model, options);
        float[] output = new float[network.Output.Length];
        _input = OrtValue.CreateTensorValueFromMemory(image, [1, .. network.Input]);
        _output = OrtValue.CreateTensorValueFromMemory(output, [1, .. network.Output]);
        string[] inputs = [OnnxModel.Input], outputs = [_session.OutputNames[0]];
        Candidate = new Candidate("ONNX Runtime", () => _session.Run(_options, inputs, [_input], outputs, [_output]), output);
    }

    public Candidate Candidate { get; }

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
