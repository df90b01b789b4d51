using AlexNetGen.Execution;
using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>A transposed convolution of 4x4 with a stride of 2, 128 to 64 channels, as in DCGAN's generator.</summary>
public class TransposedConvolution : VectorBenchmark
{
    private readonly float[] _input = Random(16 * 16 * 128);
    private readonly float[] _scratch = new float[16 * 16 * 16 * 64];
    private readonly float[] _output = new float[32 * 32 * 64];
    private TransposedConvolutionWeights? _weights;

    [GlobalSetup]
    public void Prepare() => _weights = TransposedConvolutionWeights.Pack<Fourth>(Random(128 * 64 * 16), Random(64), Width);

    [Benchmark]
    [MultiplyAdds(16L * 16 * 4 * 4 * 128 * 64)]
    public void Transposed16x16x128To64() => AlexNetGen.Kernels.TransposedConvolution.Forward<Fourth>(_input, _weights!, _scratch, _output, Team.Alone);

    private readonly struct Fourth : ITransposedConvolution
    {
        public static int InputChannels => 128;
        public static int InputHeight => 16;
        public static int InputWidth => 16;
        public static int OutputChannels => 64;
        public static int OutputStep => 64;
        public static int OutputStart => 0;
        public static int OutputHeight => 32;
        public static int OutputWidth => 32;
        public static int KernelHeight => 4;
        public static int KernelWidth => 4;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
        public static int DilationHeight => 1;
        public static int DilationWidth => 1;
        public static int PaddingTop => 1;
        public static int PaddingLeft => 1;
        public static int Groups => 1;
        public static int RowsAtOnce => 8;
        public static int RowsKept => 16;
        public static Activation Activation => Activation.ReLU;
    }
}
