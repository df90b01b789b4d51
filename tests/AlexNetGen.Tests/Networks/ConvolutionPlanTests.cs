using System.Runtime.InteropServices;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Weights;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Networks;

/// <summary>Every algorithm that the planner chooses, in one network.</summary>
[Network(3, 135, 135)]
public sealed partial class EveryAlgorithm
{
    [Conv2d(32, Kernel = 11, Stride = 4, Padding = 2), ReLU]                 public static partial Layer Blocks { get; }
    [Conv2d(64, Kernel = 5, Padding = 2), BatchNorm2d(Weights = "n"), ReLU]  public static partial Layer Five { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), Add(nameof(Five)), ReLU]           public static partial Layer Three { get; }
    [Conv2d(128, Kernel = 3, Stride = 2, Padding = 1)]                       public static partial Layer Halved { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Groups = 128)]                     public static partial Layer Depthwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Pointwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Wide { get; }
    [Conv2d(40, Kernel = 3, Stride = 2)]                                     public static partial Layer Strided { get; }
    [Conv2d(64, Kernel = 3, Padding = 1)]                                    public static partial Layer Small { get; }
}

/// <summary>The same without Winograd.</summary>
[Network(3, 135, 135, Convolutions = ConvolutionAlgorithms.Exact)]
public sealed partial class EveryExactAlgorithm
{
    [Conv2d(32, Kernel = 11, Stride = 4, Padding = 2), ReLU]                 public static partial Layer Blocks { get; }
    [Conv2d(64, Kernel = 5, Padding = 2), BatchNorm2d(Weights = "n"), ReLU]  public static partial Layer Five { get; }
    [Conv2d(64, Kernel = 3, Padding = 1), Add(nameof(Five)), ReLU]           public static partial Layer Three { get; }
    [Conv2d(128, Kernel = 3, Stride = 2, Padding = 1)]                       public static partial Layer Halved { get; }
    [Conv2d(128, Kernel = 3, Padding = 1, Groups = 128)]                     public static partial Layer Depthwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Pointwise { get; }
    [Conv2d(512, Kernel = 1)]                                                public static partial Layer Wide { get; }
    [Conv2d(40, Kernel = 3, Stride = 2)]                                     public static partial Layer Strided { get; }
    [Conv2d(64, Kernel = 3, Padding = 1)]                                    public static partial Layer Small { get; }
}

/// <summary>The plan as users see it, and that it is what runs.</summary>
public sealed class ConvolutionPlanTests
{
    [Fact]
    public void Says_how_each_convolution_is_computed()
    {
        Assert.Equal(
            ["Blocks: space to depth by 4, Winograd F(5,3)", "Five: Winograd F(4,5)", "Three: Winograd F(5,3)", "Halved: phases of stride 2, Winograd F(4,2)", "Depthwise: depthwise", "Pointwise: pointwise, a matrix product", "Wide: Strassen of two levels", "Strided: direct", "Small: Winograd F(3,3) with AVX-512 and AVX2, F(4,3) with 128-bit vectors"],
            Algorithms(EveryAlgorithm.Description));
        Assert.Equal(
            ["Blocks: direct", "Five: direct", "Three: direct", "Halved: direct", "Depthwise: depthwise", "Pointwise: pointwise, a matrix product", "Wide: pointwise, a matrix product", "Strided: direct", "Small: direct"],
            Algorithms(EveryExactAlgorithm.Description));
    }

    // 40 to 64 channels over 8 x 8, multiply-adds of a pair of channels by hand, where a point of fewer tiles than 10 (128-bit vectors: 5) takes as long as one of 10:
    //   F(2,3): 16 points of 16 tiles, 256. F(3,3), tiles of 3 + 3 + 2: 16 points of 9, 8 of 6, 1 of 4, as long as 160 + 80 + 10 = 250; 144 + 48 + 5 = 197.
    //   F(4,3): 36 points of 4, as long as 360; 180.
    // The transforms add 11 x (48 + 64) / (40 x 64) a value, and gathering 40 channels for three runs 8 x 48 / (40 x 64), 0.631 together: of 256, 196 and 144 values 162, 124 and 91.
    // In all 418, 374 and 451; 418, 321 and 271. The definition 64 x 9 = 576, of which 0.8 is 461.
    // A point has 40 x 64 weights, whatever the width of the vectors; no other array of the network is as long.
    [Fact]
    public void Weights_are_packed_for_the_plan_of_this_machine()
    {
        using TemporaryFile file = new();
        using EveryAlgorithm network = EveryAlgorithm.WithRandomWeights(1);
        network.SavePacked(file.Path);
        int[] points = [.. PackedLengths(file.Path).Where(length => length is 16 * 40 * 64 or 25 * 40 * 64 or 36 * 40 * 64).Select(length => (int)length / (40 * 64))];
        Assert.Equal([VectorWidths.Widest == VectorWidth.Bits128 ? 36 : 25], points);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Packed_weights_give_the_same_bits(bool map)
    {
        using TemporaryFile file = new();
        float[] image = Golden.Uniform("input", 7, EveryAlgorithm.InputLength);
        float[] first = new float[EveryAlgorithm.OutputLength], second = new float[EveryAlgorithm.OutputLength];
        using (EveryAlgorithm network = EveryAlgorithm.WithRandomWeights(1))
        {
            network.Forward(image, first);
            network.SavePacked(file.Path);
        }

        using EveryAlgorithm packed = EveryAlgorithm.Load(file.Path, new LoadOptions { Map = map });
        packed.Forward(image, second);
        Assert.Equal(first, second);
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
