using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>AlexNet's first convolution, 11x11 with stride 4: by the definition, and by space to depth and F(5,3).</summary>
public class FirstConvolution : VectorBenchmark
{
    private ConvolutionCall<Defined>? _direct;
    private ConvolutionCall<Deep>? _deep;

    [GlobalSetup]
    public void Prepare()
    {
        _direct = new ConvolutionCall<Defined>(Width, Random);
        _deep = new ConvolutionCall<Deep>(Width, Random);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(55L * 55 * 11 * 11 * 3 * 64)]
    public void Direct224x224x3To64() => _direct!.Run();

    [Benchmark]
    [MultiplyAdds(55L * 55 * 11 * 11 * 3 * 64)]
    public void SpaceToDepth224x224x3To64() => _deep!.Run();

    private readonly struct Defined : ISquareConvolution<Defined>
    {
        public static int InputChannels => 3;
        public static int OutputChannels => 64;
        public static int Side => 224;
        public static int Kernel => 11;
        public static int Stride => 4;
        public static int Padding => 2;
    }

    private readonly struct Deep : ISquareConvolution<Deep>
    {
        public static int InputChannels => 3;
        public static int OutputChannels => 64;
        public static int Side => 224;
        public static int Kernel => 11;
        public static int Stride => 4;
        public static int Padding => 2;

        // As the generator plans TorchvisionAlexNet.
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.SpaceToDepth, WinogradTile: 5, TilesAtOnce: 21);
    }
}
