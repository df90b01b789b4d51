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
    [Fact]
    public void Is_that_of_the_format_version()
    {
        Assert.Equal(1u, PackedHeader.CurrentVersion);
        string[] orders =
        [
            Order<Plain<Sixteen, NinetySix, Thirteen, Thirteen, Three, One>>(),
            Order<Plain<Sixteen, NinetySix, Seven, Nine, Three, Two>>(),
            Order<Plain<ThirtyFive, ThirtyFive, Seven, Nine, Three, ThirtyFive>>(),
            Order<Pointwise>(),
            Order<Depthwise>(),
            Order<Transformed<ThirtyFive, Forty, Seven, Nine, Three, Four, One>>(),
            Order<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>(),
        ];
        Assert.Equal(
            [
                "",
            ],
            orders);
    }

    private static string Order<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        float[] weight = [.. Enumerable.Range(1, ConvolutionSizes.Of<TGeometry>().WeightLength).Select(i => (float)i)];
        return string.Join(' ', new[] { VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128 }.Select(width =>
        {
            StableHash hash = new();
            foreach (int bits in MemoryMarshal.Cast<float, int>(ConvolutionWeights.Pack<TGeometry>(weight, bias: null, width).Packed))
            {
                hash.Add(bits);
            }

            return hash.Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        }));
    }
}
