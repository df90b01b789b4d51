using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Kernels;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

/// <summary>Where the weights of a network lie: a layer's behind those of the one before, in pieces that are large pages.</summary>
public class WeightsArenaTests
{
    private const int Line = 64 / sizeof(float);

    // The third makes a piece large enough for the others, which take four times their memory.
    private static readonly NetworkDescription Network = SafetensorsBytes.Network(
        new("first", [96, 96, 3, 3], 96 * 9), new("second", [96, 96, 3, 3], 96 * 9), new("third", [500_000], 1));

    [Fact]
    public void Random_weights_follow_each_other() => Follow(new RandomWeights(Network, seed: 1));

    [Fact]
    public void Weights_of_a_file_follow_each_other()
    {
        using MemoryStream stream = new();
        WeightsWriter.Save(stream, Network, new RandomWeights(Network, seed: 1));
        using WeightsReader reader = WeightsReader.Copy(stream.ToArray(), Network, LoadOptions.Default);
        Follow(reader);
    }

    [Fact]
    public void A_piece_is_a_large_page()
    {
        WeightsArena arena = new(LargePages.Floats);
        Assert.Equal(0, Address(WeightsArena.Take(arena, 100).Span) % (LargePages.Floats * sizeof(float)));
        Assert.Equal(0, Address(WeightsArena.Take(arena, 100).Span) % 64);
    }

    [Fact]
    public void What_is_most_of_a_piece_has_its_own_memory()
    {
        WeightsArena arena = new(1_000);
        nint first = Address(WeightsArena.Take(arena, 16).Span);
        WeightsArena.Take(arena, 1_500);
        Assert.Equal(first + (16 * sizeof(float)), Address(WeightsArena.Take(arena, 16).Span));
    }

    private static void Follow(ITensorSource tensors)
    {
        ConvolutionWeights first = Load(tensors, "first"), second = Load(tensors, "second");
        int between = Whole(first.Packed.Length) + Whole(first.Bias.Length);
        Assert.Equal(between * sizeof(float), Address(second.Packed) - Address(first.Packed));
    }

    // By Winograd, which keeps the original beside what is read.
    private static ConvolutionWeights Load(ITensorSource tensors, string name) =>
        ConvolutionWeights.Load<Transformed<NinetySix, NinetySix, Thirteen, Thirteen, Three, Four, One>>(tensors, name, bias: null);

    private static int Whole(int length) => (length + Line - 1) / Line * Line;

    private static nint Address(ReadOnlySpan<float> span) => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(span));
}
