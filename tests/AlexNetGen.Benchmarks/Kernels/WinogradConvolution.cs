using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>AlexNet's third convolution, 3x3, 256 to 384 channels: by the definition, by F(3,3) and by F(5,3).</summary>
public class WinogradConvolution : VectorBenchmark
{
    private const long Count = 13L * 13 * 3 * 3 * 256 * 384;

    private ConvolutionCall<Defined>? _direct;
    private ConvolutionCall<TilesOf3>? _f3;
    private ConvolutionCall<TilesOf5>? _f5;

    [GlobalSetup]
    public void Prepare()
    {
        _direct = new ConvolutionCall<Defined>(Width, Random);
        _f3 = new ConvolutionCall<TilesOf3>(Width, Random);
        _f5 = new ConvolutionCall<TilesOf5>(Width, Random);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(Count)]
    public void Direct13x13x256To384() => _direct!.Run();

    [Benchmark]
    [MultiplyAdds(Count)]
    public void WinogradF3Of13x13x256To384() => _f3!.Run();

    [Benchmark]
    [MultiplyAdds(Count)]
    public void WinogradF5Of13x13x256To384() => _f5!.Run();

    private readonly struct Defined : ISquareConvolution<Defined>
    {
        public static int InputChannels => 256;
        public static int OutputChannels => 384;
        public static int Side => 13;
        public static int Kernel => 3;
        public static int Padding => 1;
    }

    private readonly struct TilesOf3 : ISquareConvolution<TilesOf3>
    {
        public static int InputChannels => 256;
        public static int OutputChannels => 384;
        public static int Side => 13;
        public static int Kernel => 3;
        public static int Padding => 1;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Winograd, WinogradTile: 3, TilesAtOnce: 25);
    }

    private readonly struct TilesOf5 : ISquareConvolution<TilesOf5>
    {
        public static int InputChannels => 256;
        public static int OutputChannels => 384;
        public static int Side => 13;
        public static int Kernel => 3;
        public static int Padding => 1;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Winograd, WinogradTile: 5, TilesAtOnce: 9);
    }
}
