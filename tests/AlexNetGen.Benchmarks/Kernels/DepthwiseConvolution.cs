using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>3x3 convolutions of one kernel a channel, as in MobileNets.</summary>
public class DepthwiseConvolution : VectorBenchmark
{
    private ConvolutionCall<Large>? _large;
    private ConvolutionCall<Small>? _small;

    [GlobalSetup]
    public void Prepare()
    {
        _large = new ConvolutionCall<Large>(Width, Random);
        _small = new ConvolutionCall<Small>(Width, Random);
    }

    [Benchmark]
    [MultiplyAdds(56L * 56 * 3 * 3 * 72)]
    public void Depthwise56x56x72() => _large!.Run();

    [Benchmark]
    [MultiplyAdds(14L * 14 * 3 * 3 * 384)]
    public void Depthwise14x14x384() => _small!.Run();

    private readonly struct Large : ISquareConvolution<Large>
    {
        public static int InputChannels => 72;
        public static int OutputChannels => 72;
        public static int Groups => 72;
        public static int Side => 56;
        public static int Kernel => 3;
        public static int Padding => 1;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Depthwise);
    }

    private readonly struct Small : ISquareConvolution<Small>
    {
        public static int InputChannels => 384;
        public static int OutputChannels => 384;
        public static int Groups => 384;
        public static int Side => 14;
        public static int Kernel => 3;
        public static int Padding => 1;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Depthwise);
    }
}
