using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>AlexNet's first local response normalisation, over 5 channels with the power 0.75.</summary>
public class Normalization : VectorBenchmark
{
    private readonly float[] _input = Random(First.Channels * First.Points);
    private readonly float[] _output = new float[First.Channels * First.Points];

    [Benchmark]
    public void LocalResponse27x27x96() => LocalResponseNormalization.Forward<First>(_input, _output, Width);

    private readonly struct First : ILocalResponseNormalization
    {
        public static int Channels => 96;
        public static int Points => 27 * 27;
        public static int Size => 5;
        public static float Scale => 2e-5f;
        public static float Beta => 0.75f;
        public static float K => 1;
    }
}
