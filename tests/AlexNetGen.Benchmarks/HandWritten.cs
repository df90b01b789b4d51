using AlexNetGen.Kernels;

namespace AlexNetGen.Benchmarks;

/// <summary>AlexNet as calls of the kernels, written by hand: the steps of one image, each of which can be timed.</summary>
internal sealed class HandWritten
{
    private readonly List<(string Name, Action Run)> _steps = [];
    private readonly List<(string Name, Action Run)> _classifier = [];

    public HandWritten(AlexNetParameters parameters, float[] image)
    {
        float[] scratch = new float[231 * 231 * 64];
        float[] current = new float[150_528];
        Step("to channels last", [image, current], static b => FeatureMap.ToChannelsLast<Image>(b[0], b[1]));
        current = Add<Conv1>("conv1", current, parameters, 0, scratch);
        current = Add<Pool1>("pool1", current);
        current = Add<Conv2>("conv2", current, parameters, 1, scratch);
        current = Add<Pool2>("pool2", current);
        current = Add<Conv3>("conv3", current, parameters, 2, scratch);
        current = Add<Conv4>("conv4", current, parameters, 3, scratch);
        current = Add<Conv5>("conv5", current, parameters, 4, scratch);
        current = Add<Pool5>("pool5", current);
        float[] features = new float[Features.Length];
        Step("to channels first", [current, features], static b => FeatureMap.ToChannelsFirst<Features>(b[0], b[1]));
        float[] logits = AddLinear<Fc6>("fc6", features, parameters, 5);
        logits = AddLinear<Fc7>("fc7", logits, parameters, 6);
        logits = AddLinear<Fc8>("fc8", logits, parameters, 7);
        FeaturesOnly = new Candidate("kernels", () => Run(_steps), features);
        Whole = new Candidate("kernels", () => { Run(_steps); Run(_classifier); }, logits);
    }

    /// <summary>The convolutions and pools.</summary>
    public Candidate FeaturesOnly { get; }

    /// <summary>The network.</summary>
    public Candidate Whole { get; }

    /// <summary>Every step, in order.</summary>
    public IEnumerable<(string Name, Action Run)> Steps => _steps.Concat(_classifier);

    private static void Run(List<(string Name, Action Run)> steps)
    {
        foreach ((_, Action run) in steps)
        {
            run();
        }
    }

    private void Step(string name, float[][] buffers, Action<float[][]> run) => _steps.Add((name, () => run(buffers)));

    private float[] Add<TGeometry>(string name, float[] input, AlexNetParameters parameters, int layer, float[] scratch)
        where TGeometry : struct, IConvolution
    {
        var weights = ConvolutionWeights.Pack<TGeometry>(parameters.Weights[layer], parameters.Biases[layer]);
        float[] output = new float[TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.OutputChannels];
        int length = TGeometry.ReachHeight * TGeometry.ReachWidth * TGeometry.InputChannels;
        _steps.Add((name, () => Convolution.Forward<TGeometry>(input, weights, scratch.AsSpan(0, length), output)));
        return output;
    }

    private float[] Add<TGeometry>(string name, float[] input)
        where TGeometry : struct, IPooling
    {
        float[] output = new float[TGeometry.OutputHeight * TGeometry.OutputWidth * TGeometry.Channels];
        _steps.Add((name, () => MaxPooling.Forward<TGeometry>(input, output)));
        return output;
    }

    private float[] AddLinear<TGeometry>(string name, float[] input, AlexNetParameters parameters, int layer)
        where TGeometry : struct, IFullyConnected
    {
        var weights = FullyConnectedWeights.Create<TGeometry>(parameters.Weights[layer], parameters.Biases[layer]);
        float[] output = new float[TGeometry.OutputFeatures];
        _classifier.Add((name, () => FullyConnected.Forward<TGeometry>(input, weights, output)));
        return output;
    }
}
