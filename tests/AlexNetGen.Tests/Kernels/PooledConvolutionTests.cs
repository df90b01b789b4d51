using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A convolution and a max pool computed together, against their definitions in double precision one after the other.</summary>
public class PooledConvolutionTests
{
    // Of the normalisation between the two.
    private const int Seed = 20;

    // Bands of two to five rows; windows that share two rows, one, or none, begin in padding, and hang over or begin below.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Both_are_as_defined(int width)
    {
        Check<Transformed<Sixteen, Forty, Thirteen, Thirteen, Three, Two, One>, Three, One, One, Nought>(width);
        Check<Transformed<Sixteen, Forty, Thirteen, Eleven, Three, Three, One>, Three, Two, Nought, Nought>(width);
        Check<Transformed<Five, ThirtyFive, ThirtyFive, Nine, Three, Five, One>, Two, Two, Nought, One>(width);
        Check<Transformed<Forty, NinetySix, Eleven, Six, Three, Four, Two>, Three, Two, One, Nought>(width);
        Check<Transformed<Five, Seven, ThirtyFive, Eleven, Five, Four, One>, Three, Two, One, One>(width);
        Check<Strided<Three, NinetySix, ThirtyFive, Eleven, Four, Two, Five>, Three, Two, Nought, Nought>(width);
        Check<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>, Three, Two, One, Nought>(width);
        Check<Strided<One, Sixteen, ThirtyFive, Nine, Two, Four, Four>, One, Three, Nought, One>(width);
        Check<Strided<Four, Sixteen, ThirtyFive, Six, Two, One, Two>, Two, One, Nought, Nought>(width);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Any_number_of_threads_gives_the_bits_of_one_after_the_other(int threads)
    {
        using Team team = new(threads);
        Same<Transformed<Sixteen, Forty, Thirteen, Thirteen, Three, Two, One>, Three, One, One, Nought>(team);
        Same<Transformed<Five, Seven, ThirtyFive, Eleven, Five, Four, One>, Three, Two, One, One>(team);
        Same<Transformed<Five, ThirtyFive, ThirtyFive, Nine, Three, Five, One>, Three, Three, Nought, One>(team);
        Same<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>, Three, Two, One, Nought>(team);
        Same<Strided<Four, Sixteen, ThirtyFive, Six, Two, One, Two>, Two, Two, Nought, Nought>(team);
        Same<Strided<Three, NinetySix, ThirtyFive, Eleven, Four, Two, Five>, Three, Two, Nought, Nought>(team);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Planes_give_the_bits_of_what_is_in_order(int width)
    {
        float[] planes = KernelTest.Random(3 * 35 * 38, 3), scratch = new float[ScratchLength<Roomy<Stem<One>, StemPool>>()];
        float[] expected = Pooled<Stem<One>>(KernelTest.ChannelsLast(planes, 3), Team.Alone);
        Assert.Equal(expected, Pooled<Stem<Three>>(planes, Team.Alone));
        using Team team = new(3);
        Team entered = team.Enter();
        Assert.Equal(expected, Pooled<Stem<Three>>(planes, entered));
        team.Leave(entered);

        float[] Pooled<TStem>(float[] input, Team threads)
            where TStem : struct, IConvolution => KernelTest.Written(
                9 * 9 * 35,
                output => PooledConvolution.Forward<Roomy<TStem, StemPool>, StemPool>(input, Weights<TStem>((VectorWidth)width), scratch, output, threads));
    }

    [Fact]
    public void What_cannot_put_planes_in_order_refuses_them()
    {
        ConvolutionWeights weights = Weights<WinogradOfPlanes>(VectorWidths.Widest);
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            PooledConvolution.Forward<WinogradOfPlanes, PoolOf<WinogradOfPlanes, Three, Two, Nought, Nought>>(new float[3 * 13 * 13], weights, [], new float[16 * 5 * 5], Team.Alone));
        Assert.Contains("reads planes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocates_nothing()
    {
        ConvolutionWeights weights = Weights<Stem<One>>(VectorWidths.Widest);
        float[] input = new float[3 * 35 * 38], scratch = new float[ScratchLength<Roomy<Stem<One>, StemPool>>()], output = new float[9 * 9 * 35];
        KernelTest.AllocatesNothing(() => PooledConvolution.Forward<Roomy<Stem<One>, StemPool>, StemPool>(input, weights, scratch, output, Team.Alone));
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        ConvolutionWeights weights = Weights<Stem<One>>(VectorWidths.Widest);
        ConvolutionWeights other = Weights<Strided<Three, ThirtyFive, ThirtyFive, Eight, Two, Three, Four>>(VectorWidths.Widest);
        float[] input = new float[3 * 35 * 38], scratch = new float[ScratchLength<Roomy<Stem<One>, StemPool>>()], output = new float[9 * 9 * 35];
        KernelTest.Refuses(3990, 3989, () => PooledConvolution.Forward<Roomy<Stem<One>, StemPool>, StemPool>(input.AsSpan(1), weights, scratch, output, Team.Alone));
        KernelTest.Refuses(2835, 2834, () => PooledConvolution.Forward<Roomy<Stem<One>, StemPool>, StemPool>(input, weights, scratch, output.AsSpan(1), Team.Alone));
        KernelTest.Refuses(scratch.Length, scratch.Length - 1, () => PooledConvolution.Forward<Roomy<Stem<One>, StemPool>, StemPool>(input, weights, scratch.AsSpan(1), output, Team.Alone));
        Assert.Throws<ArgumentException>(() => PooledConvolution.Forward<Roomy<Stem<One>, StemPool>, StemPool>(input, other, scratch, output, Team.Alone));

        // Room for the convolution alone; another map; windows of five rows; larger windows than a direct one has; weights that fill a cache.
        Assert.Throws<ArgumentException>(() => PooledConvolution.Forward<Stem<One>, StemPool>(input, weights, new float[ScratchLength<Stem<One>>()], output, Team.Alone));
        RefusesPair<Stem<One>, LargePool>();
        RefusesPair<Transformed<Five, Seven, Eleven, Eleven, Three, Four, One>, PoolOf<Transformed<Five, Seven, Eleven, Eleven, Three, Four, One>, Five, Two, Nought, Nought>>();
        RefusesPair<Plain<Five, Seven, Eleven, Eleven, Three, One>, PoolOf<Plain<Five, Seven, Eleven, Eleven, Three, One>, Three, Two, Nought, Nought>>();
        RefusesPair<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>, PoolOf<Transformed<NinetySix, NinetySix, Seven, Eleven, Three, Four, One>, Two, Two, Nought, Nought>>();
    }

    private static void RefusesPair<TConvolution, TPool>()
        where TConvolution : struct, IConvolution
        where TPool : struct, IPooling =>
        Assert.Contains("with a max pool", Assert.Throws<ArgumentException>(() => PooledConvolution.Forward<TConvolution, TPool>([], Weights<TConvolution>(VectorWidths.Widest), [], [], Team.Alone)).Message, StringComparison.Ordinal);

    private static void Check<TConvolution, TKernel, TStride, TPadding, THanging>(int width)
        where TConvolution : struct, IConvolution
        where TKernel : struct, ICount
        where TStride : struct, ICount
        where TPadding : struct, ICount
        where THanging : struct, ICount
    {
        int channels = TConvolution.OutputChannels;
        (double[] sums, double[] scale) = ConvolutionReference.Compute<Linear<TConvolution>>(Input<TConvolution>(), KernelTest.Random(KernelTest.WeightLength<TConvolution>(), 4), KernelTest.Random(channels, 5));
        double least = TConvolution.Activation == Activation.ReLU ? 0 : double.NegativeInfinity;
        float[] between = KernelTest.ChannelsLast([.. sums.Select((value, i) => (float)Math.Max(least, NormalizationReference.Compute<TConvolution>(value, i / (TConvolution.OutputHeight * TConvolution.OutputWidth), Seed)))], channels);
        double[] expected = PoolingReference.Max<PoolOf<TConvolution, TKernel, TStride, TPadding, THanging>>(between);
        float[] found = Together<TConvolution, PoolOf<TConvolution, TKernel, TStride, TPadding, THanging>>((VectorWidth)width, Team.Alone);
        Assert.Equal(expected.Length, found.Length);
        double tolerance = 4e-6 * scale.Max();
        Assert.All(expected, (value, i) => Assert.True(value.Equals(found[i]) || Math.Abs(value - found[i]) <= tolerance, $"{i}: expected {value}, found {found[i]}"));
    }

    private static void Same<TConvolution, TKernel, TStride, TPadding, THanging>(Team team)
        where TConvolution : struct, IConvolution
        where TKernel : struct, ICount
        where TStride : struct, ICount
        where TPadding : struct, ICount
        where THanging : struct, ICount
    {
        float[] map = KernelTest.ChannelsLast(Input<TConvolution>(), TConvolution.InputChannels), between = new float[TConvolution.OutputHeight * TConvolution.OutputWidth * TConvolution.OutputChannels];
        Convolution.Forward<TConvolution>(map, Weights<TConvolution>(VectorWidths.Widest), new float[TConvolution.ScratchLength], between, Team.Alone, NormalizationReference.Weights<TConvolution>(Seed));
        float[] expected = KernelTest.Written(Length<PoolOf<TConvolution, TKernel, TStride, TPadding, THanging>>(), output => MaxPooling.Forward<PoolOf<TConvolution, TKernel, TStride, TPadding, THanging>>(between, output));
        Assert.Equal(expected, Together<TConvolution, PoolOf<TConvolution, TKernel, TStride, TPadding, THanging>>(VectorWidths.Widest, Team.Alone));
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(expected, Together<TConvolution, PoolOf<TConvolution, TKernel, TStride, TPadding, THanging>>(VectorWidths.Widest, team));
        }
    }

    private static float[] Together<TConvolution, TPool>(VectorWidth width, Team team)
        where TConvolution : struct, IConvolution
        where TPool : struct, IPooling
    {
        float[] map = KernelTest.ChannelsLast(Input<TConvolution>(), TConvolution.InputChannels), scratch = new float[ScratchLength<Roomy<TConvolution, TPool>>()];
        Array.Fill(scratch, float.NaN);
        return KernelTest.Written(Length<TPool>(), output => PooledConvolution.Forward<Roomy<TConvolution, TPool>, TPool>(
            map, Weights<TConvolution>(width), scratch, output, team, NormalizationReference.Weights<TConvolution>(Seed)));
    }

    private static int ScratchLength<TConvolution>()
        where TConvolution : struct, IConvolution => TConvolution.ScratchLength;

    private static int Length<TPool>()
        where TPool : struct, IPooling => TPool.OutputHeight * TPool.OutputWidth * TPool.Channels;

    private static float[] Input<TGeometry>()
        where TGeometry : struct, IConvolution => KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);

    private static ConvolutionWeights Weights<TGeometry>(VectorWidth width)
        where TGeometry : struct, IConvolution => ConvolutionWeights.Pack<TGeometry>(KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), KernelTest.Random(TGeometry.OutputChannels, 5), width);
}

/// <summary>A first convolution, 35 x 38 to 17 x 17, by space to depth, of three planes or of one of three channels.</summary>
internal readonly struct Stem<TPlanes> : ITestConvolution<Stem<TPlanes>>
    where TPlanes : struct, ICount
{
    public static bool IsInputPlanar => TPlanes.Value == 3;
    public static int InputChannels => 3;
    public static int InputHeight => 35;
    public static int InputWidth => 38;
    public static int OutputChannels => 35;
    public static int OutputHeight => 17;
    public static int OutputWidth => 17;
    public static int KernelHeight => 7;
    public static int KernelWidth => 7;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int PaddingTop => 3;
    public static int PaddingLeft => 3;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.SpaceToDepth;
    public static int WinogradTile => 4;
    public static int TilesAtOnce => 7;
}

/// <summary>A convolution that says it reads planes, which its algorithm cannot.</summary>
internal readonly struct WinogradOfPlanes : ITestConvolution<WinogradOfPlanes>
{
    public static bool IsInputPlanar => true;
    public static int InputChannels => 3;
    public static int InputHeight => 13;
    public static int InputWidth => 13;
    public static int OutputChannels => 16;
    public static int OutputHeight => 11;
    public static int OutputWidth => 11;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
    public static int WinogradTile => 4;
    public static int TilesAtOnce => 3;
}

/// <summary>The pool of <see cref="Stem{TPlanes}"/>: 3x3 with stride 2 and padding, to 9 x 9.</summary>
internal readonly struct StemPool : ITestPooling
{
    public static int Channels => 35;
    public static int InputHeight => 17;
    public static int InputWidth => 17;
    public static int OutputHeight => 9;
    public static int OutputWidth => 9;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 1;
    public static int PaddingRight => 1;
}

/// <summary>A square max pool of a convolution's map; the last window may hang over, or lie beyond.</summary>
internal readonly struct PoolOf<TConvolution, TKernel, TStride, TPadding, THanging> : ITestPooling
    where TConvolution : struct, IConvolution
    where TKernel : struct, ICount
    where TStride : struct, ICount
    where TPadding : struct, ICount
    where THanging : struct, ICount
{
    public static int Channels => TConvolution.OutputChannels;
    public static int InputHeight => TConvolution.OutputHeight;
    public static int InputWidth => TConvolution.OutputWidth;
    public static int OutputHeight => ((InputHeight + (2 * TPadding.Value) - TKernel.Value) / TStride.Value) + 1 + THanging.Value;
    public static int OutputWidth => ((InputWidth + (2 * TPadding.Value) - TKernel.Value) / TStride.Value) + 1 + THanging.Value;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static int PaddingTop => TPadding.Value;
    public static int PaddingLeft => TPadding.Value;
    public static int PaddingBottom => TPadding.Value;
    public static int PaddingRight => TPadding.Value;
}

/// <summary>A convolution with the scratch that it needs together with a pool.</summary>
internal readonly struct Roomy<TConvolution, TPool> : IConvolution
    where TConvolution : struct, IConvolution
    where TPool : struct, IPooling
{
    public static bool IsInputPlanar => TConvolution.IsInputPlanar;
    public static int InputChannels => TConvolution.InputChannels;
    public static int InputHeight => TConvolution.InputHeight;
    public static int InputWidth => TConvolution.InputWidth;
    public static int OutputChannels => TConvolution.OutputChannels;
    public static int OutputStep => TConvolution.OutputStep;
    public static int OutputStart => TConvolution.OutputStart;
    public static int OutputHeight => TConvolution.OutputHeight;
    public static int OutputWidth => TConvolution.OutputWidth;
    public static int KernelHeight => TConvolution.KernelHeight;
    public static int KernelWidth => TConvolution.KernelWidth;
    public static int StrideHeight => TConvolution.StrideHeight;
    public static int StrideWidth => TConvolution.StrideWidth;
    public static int DilationHeight => TConvolution.DilationHeight;
    public static int DilationWidth => TConvolution.DilationWidth;
    public static int PaddingTop => TConvolution.PaddingTop;
    public static int PaddingLeft => TConvolution.PaddingLeft;
    public static int ReachHeight => TConvolution.ReachHeight;
    public static int ReachWidth => TConvolution.ReachWidth;
    public static int Groups => TConvolution.Groups;
    public static ConvolutionChoice Choice512 => TConvolution.Choice512;
    public static ConvolutionChoice Choice256 => TConvolution.Choice256;
    public static ConvolutionChoice Choice128 => TConvolution.Choice128;
    public static Activation Activation => TConvolution.Activation;

    public static int ScratchLength
    {
        get
        {
            int most = 0;
            foreach (VectorWidth width in (ReadOnlySpan<VectorWidth>)[VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128])
            {
                most = Math.Max(most, new PooledBands<TPool>(ConvolutionSizes.Of<TConvolution>(width), width).ScratchLength);
            }

            return most;
        }
    }
}
