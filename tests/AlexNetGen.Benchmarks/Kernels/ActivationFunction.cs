using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>Activations as passes of their own over 28x28x256 values.</summary>
public class ActivationFunction : VectorBenchmark
{
    private const int Length = 28 * 28 * 256;

    private readonly float[] _input = Random(Length);
    private readonly float[] _output = new float[Length];

    [Benchmark(Baseline = true)]
    public void ReLU28x28x256() => RectifiedLinear.Forward(_input, _output, Width);

    [Benchmark]
    public void HardSwish28x28x256() => HardSwish.Forward(_input, _output, Width);

    [Benchmark]
    public void SiLU28x28x256() => SigmoidLinear.Forward(_input, _output, Width);
}
