namespace AlexNetGen.Benchmarks;

/// <summary>A convolution of torchvision's AlexNet: 3x3 max pooling with stride 2 follows where Pool says so.</summary>
internal sealed record ConvolutionRow(int Outputs, int Inputs, int Kernel, int Stride, int Padding, bool Pool);

/// <summary>torchvision's AlexNet: its table, and random weights of a size that keeps activations near one.</summary>
internal sealed class AlexNetParameters
{
    public static readonly ConvolutionRow[] Convolutions =
    [
        new(64, 3, 11, 4, 2, Pool: true),
        new(192, 64, 5, 1, 2, Pool: true),
        new(384, 192, 3, 1, 1, Pool: false),
        new(256, 384, 3, 1, 1, Pool: false),
        new(256, 256, 3, 1, 1, Pool: true),
    ];

    public static readonly (int Outputs, int Inputs)[] Linears = [(4096, 9216), (4096, 4096), (1000, 4096)];

    public AlexNetParameters(int seed)
    {
        var random = new Random(seed);
        foreach (ConvolutionRow row in Convolutions)
        {
            int fanIn = row.Inputs * row.Kernel * row.Kernel;
            Weights.Add(Uniform(random, row.Outputs * fanIn, MathF.Sqrt(6f / fanIn)));
            Biases.Add(Uniform(random, row.Outputs, 0.1f));
        }

        foreach ((int outputs, int inputs) in Linears)
        {
            Weights.Add(Uniform(random, outputs * inputs, MathF.Sqrt(6f / inputs)));
            Biases.Add(Uniform(random, outputs, 0.1f));
        }
    }

    /// <summary>One tensor for each layer with weights, in order.</summary>
    public List<float[]> Weights { get; } = [];

    /// <summary>One tensor for each layer with weights, in order.</summary>
    public List<float[]> Biases { get; } = [];

    /// <summary>Values between -scale and scale.</summary>
    public static float[] Uniform(Random random, int count, float scale)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = ((random.NextSingle() * 2) - 1) * scale;
        }

        return values;
    }
}
