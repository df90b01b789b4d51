using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Networks;
using AlexNetGen.Tests.Weights;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Kernels;

/// <summary>
/// The order in which each algorithm wants its weights, as files of packed weights hold it. Where one changes on purpose,
/// raise <see cref="PackedHeader.CurrentVersion"/>, so that older files are refused, and write the new hash here.
/// </summary>
public class PackedOrderTests
{
    // Vectors of 512, 256 and 128 bits. Some processors that have the first have blocks of half of one. Of the last Arm has more than SSE: its dense blocks are as wide as those of 256 bits.
    private static readonly string Known = $"""
        direct: 632eecce43ca9325 db6c8e06859ddb25 {(AdvSimd.IsSupported ? "db6c8e06859ddb25" : "9d1ec621c39c9325")}
        direct, groups: 23ccdee83cda0f25 911fafff679bcf25 {(AdvSimd.IsSupported ? "911fafff679bcf25" : "6a896cc499d86f25")}
        depthwise: e119a58b8488b4e5 71d02f8de3067545 bc0266d3efc69cf5
        groups across channels: e3bab41c68b95725 7011b515f5b41725 d1b680a04b463725
        pointwise: {(VectorWidths.AreHalved(VectorWidth.Bits512) ? "b899d41a8e201525" : "20a02e9e56ba5f25")} 289cab01c0c51525 {(AdvSimd.IsSupported ? "a4abc595bb3cb025" : "04d6b7070e6a3025")}
        Winograd: 8b0caacf7f331edf 001340c12c02275b 630e83ccf5c0e1e7
        Winograd, groups: 12fecbfb453acacf 12fecbfb453acacf 12fecbfb453acacf
        Strassen: d3af0234a7e2b7a5 d3af0234a7e2b7a5 4e3d4e38acf66c85
        space to depth: 573872abd492b809 e77f853a9d0c4ec5 49e5f7c61996d8ad
        phases: 72edf4e3e2c7799d 0709a30d99ee8999 001eaa64dc0b28b5
        across pixels: a350ef811fcbe85d a350ef811fcbe85d a350ef811fcbe85d
        """;

    private const string KnownOfSmallMaps = "ae9a82fc0eff1de5 8bf09066d5a1ed14";

    [Fact]
    public void Is_that_of_the_format_version()
    {
        Assert.Equal(8u, PackedHeader.CurrentVersion);
        string orders = string.Join('\n',
        [
            Order<Plain<Sixteen, NinetySix, Thirteen, Thirteen, Three, One>>("direct"),
            Order<Plain<Sixteen, NinetySix, Seven, Nine, Three, Two>>("direct, groups"),
            Order<Plain<ThirtyFive, ThirtyFive, Seven, Nine, Three, ThirtyFive>>("depthwise"),
            Order<AcrossGroups>("groups across channels"),
            Order<Pointwise>("pointwise"),
            Order<Transformed<ThirtyFive, Forty, Seven, Nine, Three, Four, One>>("Winograd"),
            Order<Transformed<Forty, Forty, Eight, Five, Three, Five, Five>>("Winograd, groups"),
            Order<Divided<Forty, ThirtyFive, Seven, Nine, One, Two>>("Strassen"),
            Order<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>("space to depth"),
            Order<Strided<Sixteen, ThirtyFive, ThirtyFive, Three, Two, One, Four>>("phases"),
            Order<AcrossPixels<Ten, Three, Nine, Seven, Five, One, Four>>("across pixels"),
        ]);
        Assert.True(orders == Known, orders);
    }

    // Of F(4,3) and F(5,3) in vectors of 512 bits, halfway.
    [Fact]
    public void Of_small_maps_it_is_that_of_the_format_version()
    {
        string orders = Order<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>>(VectorWidth.Bits512) + ' '
            + Order<Transformed<ThirtyFive, SevenHundred, Seven, Nine, Three, Five, One>>(VectorWidth.Bits512);
        Assert.True(orders == KnownOfSmallMaps, orders);
    }

    [Fact]
    public void Arm_and_SSE_refuse_the_files_of_each_other()
    {
        ConvolutionWeights.PackedOrder here = ConvolutionWeights.PackedOrder.Of(ConvolutionSizes.Of<Pointwise>(VectorWidth.Bits128), VectorWidth.Bits128);
        Assert.Equal(AdvSimd.IsSupported ? 4 : 2, here.TileVectors);
        ConvolutionWeights.PackedOrder there = here with { TileVectors = AdvSimd.IsSupported ? 2 : 4 };
        Assert.NotEqual(PackedEntry.LayoutOf("weight", part: 0, there), PackedEntry.LayoutOf("weight", part: 0, here));
    }

    [Fact]
    public void Processors_with_and_without_half_vectors_refuse_the_files_of_each_other()
    {
        ConvolutionWeights.PackedOrder here = ConvolutionWeights.PackedOrder.Of(ConvolutionSizes.Of<Pointwise>(VectorWidth.Bits512), VectorWidth.Bits512);
        ConvolutionWeights.PackedOrder there = here with { HalfLanes = here.HalfLanes == 0 ? 8 : 0 };
        Assert.NotEqual(PackedEntry.LayoutOf("weight", part: 0, there), PackedEntry.LayoutOf("weight", part: 0, here));
    }

    [Fact]
    public void Instruction_sets_that_choose_otherwise_refuse_the_files_of_each_other()
    {
        ConvolutionWeights.PackedOrder here = ConvolutionWeights.PackedOrder.Of(ConvolutionSizes.Of<Changing>(VectorWidth.Bits256), VectorWidth.Bits256);
        ConvolutionWeights.PackedOrder there = here with { Sizes = ConvolutionSizes.Of<Changing>(VectorWidth.Bits512) };
        Assert.NotEqual(PackedEntry.LayoutOf("weight", part: 0, there), PackedEntry.LayoutOf("weight", part: 0, here));

        // A file whose header says that it is for this machine's vectors.
        using TemporaryFile file = new();
        VectorWidth width = VectorWidths.Widest, other = width == VectorWidth.Bits256 ? VectorWidth.Bits128 : VectorWidth.Bits256;
        PackedWriter.Save(file.Path, EveryAlgorithm.Description, new Packed(ConvolutionWeights.Pack<Changing>(new float[KernelTest.WeightLength<Changing>()], bias: null, other)));
        using WeightsReader reader = WeightsReader.Open(file.Path, EveryAlgorithm.Description, LoadOptions.Default);
        WeightsException exception = Assert.Throws<WeightsException>(() => ConvolutionWeights.Load<Changing>(reader, Packed.Name, bias: null));
        Assert.Contains("was packed for another plan: this program computes with 'Three.weight' in another way", exception.Message, StringComparison.Ordinal);
    }

    private static string Order<TGeometry>(string name)
        where TGeometry : struct, IConvolution =>
        $"{name}: " + string.Join(' ', new[] { VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128 }.Select(Order<TGeometry>));

    private static string Order<TGeometry>(VectorWidth width)
        where TGeometry : struct, IConvolution
    {
        float[] weight = [.. Enumerable.Range(1, KernelTest.WeightLength<TGeometry>()).Select(i => (float)i)];
        StableHash hash = new();
        foreach (int bits in MemoryMarshal.Cast<float, int>(ConvolutionWeights.Pack<TGeometry>(weight, bias: null, width).Packed))
        {
            hash.Add(bits);
        }

        return hash.Value.ToString("x16", CultureInfo.InvariantCulture);
    }

    private sealed class Packed(ConvolutionWeights weights) : IPackedWeights
    {
        public const string Name = "Three.weight";

        public void AddTo(PackedWriter writer) => weights.AddTo(writer, Name);
    }

    /// <summary>Four groups of 8 to 8.</summary>
    private readonly struct AcrossGroups : ITestConvolution<AcrossGroups>
    {
        public static int InputChannels => 32;
        public static int InputHeight => 5;
        public static int InputWidth => 5;
        public static int OutputChannels => 32;
        public static int OutputHeight => 3;
        public static int OutputWidth => 3;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int Groups => 4;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Grouped;
    }
}
