using AlexNetGen.Execution;
using AlexNetGen.Kernels;
using AlexNetGen.Weights;
using BenchmarkDotNet.Attributes;

namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>1024 features to 1000, as in GoogLeNet, by how the weights are kept.</summary>
public class FullyConnectedLayer : VectorBenchmark
{
    private readonly float[] _input = Random(Classifier.InputFeatures);
    private readonly float[] _output = new float[Classifier.OutputFeatures];
    private FullyConnectedWeights? _float32;
    private FullyConnectedWeights? _bfloat16;
    private FullyConnectedWeights? _int8;

    [GlobalSetup]
    public void Prepare()
    {
        _float32 = Load(StoredWeights.Float32);
        _bfloat16 = Load(StoredWeights.BFloat16);
        _int8 = Load(StoredWeights.Int8);
    }

    [Benchmark(Baseline = true)]
    [MultiplyAdds(1024 * 1000)]
    public void Float32Of1024To1000() => Run(_float32!);

    [Benchmark]
    [MultiplyAdds(1024 * 1000)]
    public void BFloat16Of1024To1000() => Run(_bfloat16!);

    [Benchmark]
    [MultiplyAdds(1024 * 1000)]
    public void Int8Of1024To1000() => Run(_int8!);

    private void Run(FullyConnectedWeights weights) => FullyConnected.Forward<Classifier>(_input, weights, _output, Team.Alone);

    private FullyConnectedWeights Load(StoredWeights stored) =>
        FullyConnectedWeights.Load<Classifier>(new RandomTensor(), "weight", bias: null, new InferenceOptions { FullyConnectedWeights = stored }, Width);

    private sealed class RandomTensor : ITensorSource
    {
        public float[] Read(string name) => Random(Classifier.InputFeatures * Classifier.OutputFeatures);
    }

    private readonly struct Classifier : IFullyConnected
    {
        public static int InputFeatures => 1024;
        public static int OutputFeatures => 1000;
        public static bool ReLU => false;
    }
}
