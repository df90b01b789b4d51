using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>What a convolution reads and writes, ready to be called again and again.</summary>
internal sealed class ConvolutionCall<TGeometry>(VectorWidth width, Func<int, float[]> values)
    where TGeometry : struct, IConvolution
{
    private readonly float[] _input = values(ConvolutionSizes.Of<TGeometry>(width).InputLength);
    private readonly float[] _scratch = new float[TGeometry.ScratchLength];
    private readonly float[] _output = new float[TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.OutputStep];
    private readonly ConvolutionWeights _weights = ConvolutionWeights.Pack<TGeometry>(
        values(ConvolutionSizes.Of<TGeometry>(width).WeightLength), values(TGeometry.OutputChannels), width);

    public void Run() => Convolution.Forward<TGeometry>(_input, _weights, _scratch, _output, Team.Alone);
}
