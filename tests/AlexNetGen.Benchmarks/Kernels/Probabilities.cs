using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>Softmax over the classes of ImageNet, and its logarithm.</summary>
public class Probabilities : VectorBenchmark
{
    private readonly float[] _input = Random(Logits.Length);
    private readonly float[] _output = new float[Logits.Length];

    [Benchmark]
    public void Softmax1000() => Softmax.Forward<Logits>(_input, _output, Width);

    [Benchmark]
    public void LogSoftmax1000() => LogSoftmax.Forward<Logits>(_input, _output, Width);

    private readonly struct Logits : IShape
    {
        public static int Rank => 1;
        public static int Channels => 1000;
        public static int Height => 1;
        public static int Width => 1;
        public static int Length => 1000;
    }
}
