namespace AlexNetGen.Tests.Networks;

/// <summary>Every algorithm that the planner chooses, in one network.</summary>
[Network(3, 63, 63)]
public sealed partial class EveryAlgorithm
{
    [Conv2d(32, Kernel = 11, Stride = 4, Padding = 2), ReLU]                 public static partial Layer Blocks { get; }
    [Conv2d(64, Kernel = 5, Padding = 2), BatchNorm2d(Weights = "n"), ReLU]  public static partial Layer Five { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), Add(nameof(Five)), ReLU]           public static partial Layer Three { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Groups = 64)]                       public static partial Layer Depthwise { get; }
    [Conv2d(48, Kernel = 1)]                                                 public static partial Layer Pointwise { get; }
    [Conv2d(40, Kernel = 3, Stride = 2)]                                     public static partial Layer Strided { get; }
}

/// <summary>The same without Winograd.</summary>
[Network(3, 63, 63, Convolutions = ConvolutionAlgorithms.Exact)]
public sealed partial class EveryExactAlgorithm
{
    [Conv2d(32, Kernel = 11, Stride = 4, Padding = 2), ReLU]                 public static partial Layer Blocks { get; }
    [Conv2d(64, Kernel = 5, Padding = 2), BatchNorm2d(Weights = "n"), ReLU]  public static partial Layer Five { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), Add(nameof(Five)), ReLU]           public static partial Layer Three { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Groups = 64)]                       public static partial Layer Depthwise { get; }
    [Conv2d(48, Kernel = 1)]                                                 public static partial Layer Pointwise { get; }
    [Conv2d(40, Kernel = 3, Stride = 2)]                                     public static partial Layer Strided { get; }
}

/// <summary>The plan as users see it, and that it is what runs.</summary>
public sealed class ConvolutionPlanTests
{
    [Fact]
    public void Says_how_each_convolution_is_computed()
    {
        Assert.Equal(
            ["Blocks: space to depth by 4, Winograd F(5,3)", "Five: Winograd F(4,5)", "Three: Winograd F(3,3)", "Depthwise: depthwise", "Pointwise: pointwise, a matrix product", "Strided: direct"],
            Algorithms(EveryAlgorithm.Description));
        Assert.Equal(
            ["Blocks: direct", "Five: direct", "Three: direct", "Depthwise: depthwise", "Pointwise: pointwise, a matrix product", "Strided: direct"],
            Algorithms(EveryExactAlgorithm.Description));
    }

    [Fact]
    public void Both_ways_agree_but_not_bit_for_bit()
    {
        float[] image = Golden.Uniform("input", 7, EveryAlgorithm.InputLength);
        float[] fast = new float[EveryAlgorithm.OutputLength], exact = new float[EveryExactAlgorithm.OutputLength];
        using EveryAlgorithm fastest = EveryAlgorithm.WithRandomWeights(1);
        using EveryExactAlgorithm definition = EveryExactAlgorithm.WithRandomWeights(1);
        fastest.Forward(image, fast);
        definition.Forward(image, exact);
        float largest = exact.Max(MathF.Abs);
        Assert.All(fast.Zip(exact), pair => Assert.InRange(MathF.Abs(pair.First - pair.Second), 0, 1e-5f * largest));
        Assert.NotEqual(exact, fast);
    }

    [Fact]
    public void Save_gives_every_tensor_back()
    {
        using EveryAlgorithm fastest = EveryAlgorithm.WithRandomWeights(1);
        using EveryExactAlgorithm definition = EveryExactAlgorithm.WithRandomWeights(1);
        using MemoryStream fast = new(), exact = new();
        fastest.Save(fast);
        definition.Save(exact);
        Assert.Equal(exact.ToArray(), fast.ToArray());
    }

    private static IEnumerable<string> Algorithms(NetworkDescription network) => network.Plan.Select(row => $"{row.Layer}: {row.Algorithm}");
}
