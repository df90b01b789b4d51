using System.Globalization;
using System.Runtime.InteropServices;
using AlexNetGen.Kernels;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Kernels;

/// <summary>
/// The order in which each algorithm wants its weights, as files of packed weights hold it. Where one changes on purpose,
/// raise <see cref="PackedHeader.CurrentVersion"/>, so that older files are refused, and write the new hash here.
/// </summary>
public class PackedOrderTests
{
    private const string Known = """
        unknown
        """;

    [Fact]
    public void Is_that_of_the_format_version()
    {
        Assert.Equal(1u, PackedHeader.CurrentVersion);
        string orders = string.Join('\n',
        [
            Order<Plain<Sixteen, NinetySix, Thirteen, Thirteen, Three, One>>("direct"),
            Order<Plain<Sixteen, NinetySix, Seven, Nine, Three, Two>>("direct, groups"),
            Order<Plain<ThirtyFive, ThirtyFive, Seven, Nine, Three, ThirtyFive>>("depthwise"),
            Order<AcrossGroups>("groups across channels"),
            Order<Pointwise>("pointwise"),
            Order<Transformed<ThirtyFive, Forty, Seven, Nine, Three, Four, One>>("Winograd"),
            Order<Transformed<Forty, Forty, Eight, Five, Three, Five, Five>>("Winograd, groups"),
            Order<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>("space to depth"),
        ]);
        Assert.True(orders == Known, orders);
    }

    private static string Order<TGeometry>(string name)
        where TGeometry : struct, IConvolution
    {
        float[] weight = [.. Enumerable.Range(1, ConvolutionSizes.Of<TGeometry>().WeightLength).Select(i => (float)i)];
        return $"{name}: " + string.Join(' ', new[] { VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128 }.Select(width =>
        {
            StableHash hash = new();
            foreach (int bits in MemoryMarshal.Cast<float, int>(ConvolutionWeights.Pack<TGeometry>(weight, bias: null, width).Packed))
            {
                hash.Add(bits);
            }

            return hash.Value.ToString("x16", CultureInfo.InvariantCulture);
        }));
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
