using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>AlexNet's third convolution, 3x3, 256 to 384 channels: by the definition, and by F(5,3).</summary>
public class WinogradConvolution : VectorBenchmark
{
    private ConvolutionCall<Defined>? _direct;
    private ConvolutionCall<Transformed>? _winograd;

    [GlobalSetup]
    public void Prepare()
    {
        _direct = new ConvolutionCall<Defined>(Width, Random);
        _winograd = new ConvolutionCall<Transformed>(Width, Random);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(13L * 13 * 3 * 3 * 256 * 384)]
    public void Direct13x13x256To384() => _direct!.Run();

    [Benchmark]
    [MultiplyAdds(13L * 13 * 3 * 3 * 256 * 384)]
    public void Winograd13x13x256To384() => _winograd!.Run();

    private readonly struct Defined : ISquareConvolution<Defined>
    {
        public static int InputChannels => 256;
        public static int OutputChannels => 384;
        public static int Side => 13;
        public static int Kernel => 3;
        public static int Padding => 1;
    }

    private readonly struct Transformed : ISquareConvolution<Transformed>
    {
        public static int InputChannels => 256;
        public static int OutputChannels => 384;
        public static int Side => 13;
        public static int Kernel => 3;
        public static int Padding => 1;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;

        // As the generator plans it.
        public static int WinogradTile => 5;
        public static int TilesAtOnce => 9;
    }
}
