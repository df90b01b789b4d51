using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>1x1 convolutions, which are matrix products.</summary>
public class PointwiseConvolution : VectorBenchmark
{
    private ConvolutionCall<Narrow>? _narrow;
    private ConvolutionCall<Wide>? _wide;

    [GlobalSetup]
    public void Prepare()
    {
        _narrow = new ConvolutionCall<Narrow>(Width, Random);
        _wide = new ConvolutionCall<Wide>(Width, Random);
    }

    [Benchmark]
    [MultiplyAdds(56L * 56 * 64 * 64)]
    public void Pointwise56x56x64To64() => _narrow!.Run();

    [Benchmark]
    [MultiplyAdds(14L * 14 * 512 * 512)]
    public void Pointwise14x14x512To512() => _wide!.Run();

    private readonly struct Narrow : ISquareConvolution<Narrow>
    {
        public static int InputChannels => 64;
        public static int OutputChannels => 64;
        public static int Side => 56;
        public static int Kernel => 1;
    }

    private readonly struct Wide : ISquareConvolution<Wide>
    {
        public static int InputChannels => 512;
        public static int OutputChannels => 512;
        public static int Side => 14;
        public static int Kernel => 1;
    }
}
