namespace AlexNetGen.Tests.Networks;

/// <summary>Convolutions of many weights and few tiles, which several images share, with a sum and a pooling between them.</summary>
[Network(3, 13, 13)]
public sealed partial class ConvolutionsTogether
{
    [Conv2d(96, Kernel = 1), ReLU]                                                                public static partial Layer Widened { get; }
    [Conv2d(96, Kernel = 3, Padding = 1), ReLU]                                                   public static partial Layer First { get; }
    [Conv2d(96, Kernel = 3, Padding = 1), BatchNorm2d(Weights = "n"), Add(nameof(Widened)), ReLU] public static partial Layer Second { get; }
    [MaxPool2d(Kernel = 3, Stride = 2)]                                                           public static partial Layer Pool { get; }
    [Flatten, Linear(10)]                                                                         public static partial Layer Scores { get; }
}

/// <summary>Several images against each by itself.</summary>
public sealed class BatchTests
{
    // Eight are computed together, of which two share the weights of a convolution.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 11)]
    [InlineData(3, 2)]
    [InlineData(3, 11)]
    public void Images_together_are_as_alone(int threads, int images)
    {
        using ConvolutionsTogether network = ConvolutionsTogether.WithRandomWeights(1, new InferenceOptions { Threads = threads });
        float[] input = Golden.Uniform("input", 7, images * ConvolutionsTogether.InputLength);
        float[] together = new float[images * ConvolutionsTogether.OutputLength], alone = new float[together.Length];
        network.ForwardBatch(input, together, images);
        for (int image = 0; image < images; image++)
        {
            network.Forward(
                input.AsSpan(image * ConvolutionsTogether.InputLength, ConvolutionsTogether.InputLength),
                alone.AsSpan(image * ConvolutionsTogether.OutputLength, ConvolutionsTogether.OutputLength));
        }

        Assert.Equal(alone, together);
        Assert.Equal(together.Length, together.Distinct().Count());
    }
}
