using System.Runtime.InteropServices;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Weights;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Networks;

/// <summary>Every algorithm that the planner chooses, in one network.</summary>
[Network(3, 71, 71)]
public sealed partial class EveryAlgorithm
{
    [Conv2d(32, Kernel = 11, Stride = 4, Padding = 2), ReLU]                 public static partial Layer Blocks { get; }
    [Conv2d(64, Kernel = 5, Padding = 2), BatchNorm2d(Weights = "n"), ReLU]  public static partial Layer Five { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), Add(nameof(Five)), ReLU]           public static partial Layer Three { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Groups = 64)]                       public static partial Layer Depthwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Pointwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Wide { get; }
    [Conv2d(40, Kernel = 3, Stride = 2)]                                     public static partial Layer Strided { get; }
}

/// <summary>The same without Winograd.</summary>
[Network(3, 71, 71, Convolutions = ConvolutionAlgorithms.Exact)]
public sealed partial class EveryExactAlgorithm
{
    [Conv2d(32, Kernel = 11, Stride = 4, Padding = 2), ReLU]                 public static partial Layer Blocks { get; }
    [Conv2d(64, Kernel = 5, Padding = 2), BatchNorm2d(Weights = "n"), ReLU]  public static partial Layer Five { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), Add(nameof(Five)), ReLU]           public static partial Layer Three { get; }
    [Conv2d(64, Kernel = 3, Padding = 1, Groups = 64)]                       public static partial Layer Depthwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Pointwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Wide { get; }
    [Conv2d(40, Kernel = 3, Stride = 2)]                                     public static partial Layer Strided { get; }
}

/// <summary>The plan as users see it, and that it is what runs.</summary>
public sealed class ConvolutionPlanTests
{
    [Fact]
    public void Says_how_each_convolution_is_computed()
    {
        Assert.Equal(
            ["Blocks: space to depth by 4, Winograd F(3,3) with AVX-512, F(5,3) with AVX2 and 128-bit vectors", "Five: Winograd F(4,5)", "Three: Winograd F(3,3) with AVX-512, F(5,3) with AVX2 and 128-bit vectors", "Depthwise: depthwise", "Pointwise: pointwise, a matrix product", "Wide: Strassen of two levels", "Strided: direct"],
            Algorithms(EveryAlgorithm.Description));
        Assert.Equal(
            ["Blocks: direct", "Five: direct", "Three: direct", "Depthwise: depthwise", "Pointwise: pointwise, a matrix product", "Wide: pointwise, a matrix product", "Strided: direct"],
            Algorithms(EveryExactAlgorithm.Description));
    }

    // 64 to 64 channels over 17 x 17, in thousands, by hand: products + weights + transforms of 8 x points x tiles x (64 + 64).
    //   F(3,3): 36 tiles x 25 points x 64 x 64 = 3,686; 25 x 64 x 64 = 102 weights; 8 x 25 x 36 x 128 = 922.
    //   F(4,3): 25 tiles x 36 points x 64 x 64 = 3,686; 36 x 64 x 64 = 147 weights; 8 x 36 x 25 x 128 = 922.
    //   F(5,3): 16 tiles x 49 points x 64 x 64 = 3,211; 49 x 64 x 64 = 201 weights; 8 x 49 x 16 x 128 = 803.
    // A weight at 7: 5,325, 5,640 and 5,419. At 6: 5,222, 5,493 and 5,218. At 3: 4,915, 5,050 and 4,616.
    // 48 to 32 channels, as Blocks has, likewise: 2,227 and 2,233 for F(3,3) and F(5,3) at 7; 2,189 and 2,158 at 6.
    // A point has 64 x 64 weights, whatever the width of the vectors; no other array of the network is as long.
    [Fact]
    public void Weights_are_packed_for_the_plan_of_this_machine()
    {
        using TemporaryFile file = new();
        using EveryAlgorithm network = EveryAlgorithm.WithRandomWeights(1);
        network.SavePacked(file.Path);
        int[] points = [.. PackedLengths(file.Path).Where(length => length is 25 * 64 * 64 or 36 * 64 * 64 or 49 * 64 * 64).Select(length => (int)length / (64 * 64))];
        Assert.Equal([VectorWidths.Widest == VectorWidth.Bits512 ? 25 : 49], points);
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

    private static long[] PackedLengths(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        PackedHeader header = MemoryMarshal.Read<PackedHeader>(bytes);
        ReadOnlySpan<byte> entries = bytes.Slice(Marshal.SizeOf<PackedHeader>() + (int)header.NameLength, (int)header.Entries * Marshal.SizeOf<PackedEntry>());
        return [.. MemoryMarshal.Cast<byte, PackedEntry>(entries).ToArray().Select(entry => entry.Length)];
    }

    private static IEnumerable<string> Algorithms(NetworkDescription network) => network.Plan.Select(row => $"{row.Layer}: {row.Algorithm}");
}
