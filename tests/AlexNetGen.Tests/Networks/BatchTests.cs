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

/// <summary>Outputs in the middle of what is computed together, and an activation that is applied by a convolution which writes into a joined map.</summary>
[Network(3, 13, 13)]
public sealed partial class OutputsTogether
{
    [Conv2d(96, Kernel = 1)]                     public static partial Layer Widened { get; }
    [HardSwish]                                  public static partial Layer Act { get; }
    [Conv2d(96, Kernel = 3, Padding = 1), ReLU]  public static partial Layer First { get; }
    [Conv2d(5, Kernel = 1)]                      public static partial Layer Left { get; }
    [HardSwish]                                  public static partial Layer LeftAct { get; }
    [From(nameof(First)), Conv2d(4, Kernel = 1)] public static partial Layer Right { get; }
    [Concat(nameof(LeftAct), nameof(Right))]     public static partial Layer Joined { get; }
    [Flatten, Linear(10), Output]                public static partial Layer Middle { get; }
    [Linear(3)]                                  public static partial Layer Scores { get; }
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
        Check<ConvolutionsTogether>(threads, images);
        Check<OutputsTogether>(threads, images);
    }

    // Where each layer's result is kept, nothing is fused.
    [Fact]
    public void What_is_fused_is_as_apart()
    {
        using OutputsTogether network = OutputsTogether.WithRandomWeights(1);
        float[] image = Golden.Uniform("input", 7, OutputsTogether.InputLength), fused = new float[OutputsTogether.OutputLength], apart = new float[fused.Length];
        network.Forward(image, fused);
        network.Forward(image, apart, new OutputsTogether.Activations());
        Kernels.KernelTest.Close([.. apart.Select(value => (double)value)], fused, 1e-6);
    }

    private static void Check<TNetwork>(int threads, int images)
        where TNetwork : class, INetwork<TNetwork>
    {
        using TNetwork network = TNetwork.WithRandomWeights(1, new InferenceOptions { Threads = threads, LeastSharedWork = 0 });
        float[] input = Golden.Uniform("input", 7, images * TNetwork.InputLength);
        float[] together = new float[images * TNetwork.OutputLength], alone = new float[together.Length];
        network.ForwardBatch(input, together, images);
        for (int image = 0; image < images; image++)
        {
            network.Forward(
                input.AsSpan(image * TNetwork.InputLength, TNetwork.InputLength), alone.AsSpan(image * TNetwork.OutputLength, TNetwork.OutputLength));
        }

        Assert.Equal(alone, together);
        Assert.Equal(together.Length, together.Distinct().Count());
    }
}
