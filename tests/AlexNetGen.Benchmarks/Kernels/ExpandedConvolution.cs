using AlexNetGen.Execution;
using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>The widest layers of MobileNetV2, 1x1 from 16 to 96 channels over 112x112 pixels and 3x3 depthwise with a stride of two: one after the other, and together.</summary>
public class ExpandedConvolution : VectorBenchmark
{
    private const long Count = (112L * 112 * 16 * 96) + (56L * 56 * 3 * 3 * 96);

    private readonly float[] _input = Random(112 * 112 * 16);
    private readonly float[] _between = new float[112 * 112 * 96];
    private readonly float[] _output = new float[56 * 56 * 96];
    private ConvolutionWeights? _expand;
    private ConvolutionWeights? _depthwise;

    [GlobalSetup]
    public void Prepare()
    {
        _expand = ConvolutionWeights.Pack<Wide>(Random(16 * 96), Random(96), Width);
        _depthwise = ConvolutionWeights.Pack<Strided>(Random(3 * 3 * 96), Random(96), Width);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(Count)]
    public void Expand112x112x16To96ThenDepthwise()
    {
        Convolution.Forward<Wide>(_input, _expand!, [], _between, Team.Alone);
        Convolution.Forward<Strided>(_between, _depthwise!, [], _output, Team.Alone);
    }

    [Benchmark]
    [MultiplyAdds(Count)]
    public void Expand112x112x16To96WithDepthwise() => ExpandedDepthwise.Forward<Wide, Strided>(_input, _expand!, _depthwise!, [], _output, Team.Alone);

    private readonly struct Wide : ISquareConvolution<Wide>
    {
        public static int InputChannels => 16;
        public static int OutputChannels => 96;
        public static int Side => 112;
        public static int Kernel => 1;
    }

    private readonly struct Strided : ISquareConvolution<Strided>
    {
        public static int InputChannels => 96;
        public static int OutputChannels => 96;
        public static int Groups => 96;
        public static int Side => 112;
        public static int Kernel => 3;
        public static int Stride => 2;
        public static int Padding => 1;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Depthwise);
    }
}
