using AlexNetGen.Kernels;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>A 3x3 convolution of 32 groups of 16 channels, as in ResNeXt: group by group, and with vectors across groups.</summary>
public class GroupedConvolution : VectorBenchmark
{
    private ConvolutionCall<Defined>? _direct;
    private ConvolutionCall<Across>? _grouped;

    [GlobalSetup]
    public void Prepare()
    {
        _direct = new ConvolutionCall<Defined>(Width, Random);
        _grouped = new ConvolutionCall<Across>(Width, Random);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(14L * 14 * 3 * 3 * 16 * 512)]
    public void Direct14x14x512By32() => _direct!.Run();

    [Benchmark]
    [MultiplyAdds(14L * 14 * 3 * 3 * 16 * 512)]
    public void Grouped14x14x512By32() => _grouped!.Run();

    private readonly struct Defined : ISquareConvolution<Defined>
    {
        public static int InputChannels => 512;
        public static int OutputChannels => 512;
        public static int Groups => 32;
        public static int Side => 14;
        public static int Kernel => 3;
        public static int Padding => 1;
    }

    private readonly struct Across : ISquareConvolution<Across>
    {
        public static int InputChannels => 512;
        public static int OutputChannels => 512;
        public static int Groups => 32;
        public static int Side => 14;
        public static int Kernel => 3;
        public static int Padding => 1;
        public static ConvolutionChoice Choice => new(ConvolutionAlgorithm.Grouped);
    }
}
