using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>MobileNet's 1x1 convolutions of 512 channels over 14x14 pixels: by the definition, and by Strassen's algorithm of one and two levels.</summary>
public class StrassenConvolution : VectorBenchmark
{
    private const long Count = 14L * 14 * 512 * 512;

    private ConvolutionCall<Defined>? _direct;
    private ConvolutionCall<OneLevel>? _once;
    private ConvolutionCall<TwoLevels>? _twice;

    [GlobalSetup]
    public void Prepare()
    {
        _direct = new ConvolutionCall<Defined>(Width, Random);
        _once = new ConvolutionCall<OneLevel>(Width, Random);
        _twice = new ConvolutionCall<TwoLevels>(Width, Random);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(Count)]
    public void Direct14x14x512To512() => _direct!.Run();

    [Benchmark]
    [MultiplyAdds(Count)]
    public void StrassenOnceOf14x14x512To512() => _once!.Run();

    [Benchmark]
    [MultiplyAdds(Count)]
    public void StrassenTwiceOf14x14x512To512() => _twice!.Run();

    private readonly struct Defined : ISquareConvolution<Defined>
    {
        public static int InputChannels => 512;
        public static int OutputChannels => 512;
        public static int Side => 14;
        public static int Kernel => 1;
        public static int Padding => 0;
    }

    private readonly struct OneLevel : ISquareConvolution<OneLevel>
    {
        public static int InputChannels => 512;
        public static int OutputChannels => 512;
        public static int Side => 14;
        public static int Kernel => 1;
        public static int Padding => 0;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Strassen, TilesAtOnce: 49, StrassenLevels: 1);
    }

    private readonly struct TwoLevels : ISquareConvolution<TwoLevels>
    {
        public static int InputChannels => 512;
        public static int OutputChannels => 512;
        public static int Side => 14;
        public static int Kernel => 1;
        public static int Padding => 0;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Strassen, TilesAtOnce: 25, StrassenLevels: 2);
    }
}
