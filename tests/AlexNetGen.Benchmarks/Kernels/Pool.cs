using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>AlexNet's first pool, 3x3 with stride 2: the largest value, and the mean.</summary>
public class Pool : VectorBenchmark
{
    private readonly float[] _input = Random(First.InputHeight * First.InputWidth * First.Channels);
    private readonly float[] _output = new float[First.OutputHeight * First.OutputWidth * First.Channels];

    [Benchmark]
    public void Max55x55x64() => MaxPooling.Forward<First>(_input, _output, Width);

    [Benchmark]
    public void Average55x55x64() => AveragePooling.Forward<First>(_input, _output, Width);

    private readonly struct First : IPooling
    {
        public static int Channels => 64;
        public static int InputHeight => 55;
        public static int InputWidth => 55;
        public static int OutputHeight => 27;
        public static int OutputWidth => 27;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int PaddingTop => 0;
        public static int PaddingLeft => 0;
        public static int PaddingBottom => 0;
        public static int PaddingRight => 0;
        public static bool CountIncludePad => false;
    }
}
