using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>SRCNN's last convolution, 5x5 onto three channels of 128x128 pixels: with vectors across channels, and across pixels.</summary>
public class PlanarConvolution : VectorBenchmark
{
    private const long Count = 128L * 128 * 25 * 32 * 3;

    private ConvolutionCall<Defined>? _direct;
    private ConvolutionCall<Planes>? _planar;

    [GlobalSetup]
    public void Prepare()
    {
        _direct = new ConvolutionCall<Defined>(Width, Random);
        _planar = new ConvolutionCall<Planes>(Width, Random);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(Count)]
    public void Direct128x128x32To3() => _direct!.Run();

    [Benchmark]
    [MultiplyAdds(Count)]
    public void Planar128x128x32To3() => _planar!.Run();

    private readonly struct Defined : ISquareConvolution<Defined>
    {
        public static int InputChannels => 32;
        public static int OutputChannels => 3;
        public static int Side => 128;
        public static int Kernel => 5;
        public static int Padding => 2;
    }

    private readonly struct Planes : ISquareConvolution<Planes>
    {
        public static int InputChannels => 32;
        public static int OutputChannels => 3;
        public static int Side => 128;
        public static int Kernel => 5;
        public static int Padding => 2;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Planar, RowsAtOnce: 26);
    }
}
