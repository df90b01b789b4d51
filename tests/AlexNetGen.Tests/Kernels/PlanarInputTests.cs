using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Convolutions that read planes, against the same ones that read channels last.</summary>
public class PlanarInputTests
{
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Planes_are_framed_as_they_would_be_in_order(int width)
    {
        // Rows shorter than a vector, of whole vectors, and longer; windows that begin before the input, end after it, or leave some of it out.
        Check<Three, One, Three>(width);
        Check<Eight, One, Three>(width);
        Check<ThirtyTwo, One, Three>(width);
        Check<Forty, One, Three>(width);
        Check<Forty, Two, Three>(width);
        Check<Forty, Two, Five>(width);
        Check<Forty, Three, Five>(width);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Blocks_are_made_of_planes_as_of_what_is_in_order(int width)
    {
        Same<Picture<Eleven, Four, Eleven, One, Two>, Picture<Eleven, Four, Eleven, Three, Two>>(width, 11);
        Same<Picture<Sixteen, Four, Eleven, One, Two>, Picture<Sixteen, Four, Eleven, Three, Two>>(width, 16);
        Same<Picture<Forty, Four, Eleven, One, Two>, Picture<Forty, Four, Eleven, Three, Two>>(width, 40);
    }

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Planes_stay_planes(int width) => Same<AcrossPixels<Three, Two, Nine, Nine, Five, One, Four>, InPlanes>(width, 9);

    [Fact]
    public void What_cannot_put_planes_in_order_refuses_them()
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<Pointwise>(new float[3], null);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Convolution.Forward<Pointwise>(new float[48], weights, [], new float[16], Team.Alone));
        Assert.Contains("reads planes", error.Message, StringComparison.Ordinal);
    }

    private static void Check<TSide, TStride, TKernel>(int width)
        where TSide : struct, ICount
        where TStride : struct, ICount
        where TKernel : struct, ICount
    {
        Same<Picture<TSide, TStride, TKernel, One, Nought>, Picture<TSide, TStride, TKernel, Three, Nought>>(width, TSide.Value);
    }

    private static void Same<TInOrder, TPlanes>(int width, int side)
        where TInOrder : struct, IConvolution
        where TPlanes : struct, IConvolution
    {
        float[] planes = KernelTest.Random(3 * side * side, 3), weight = KernelTest.Random(KernelTest.WeightLength<TInOrder>(), 4);
        float[] expected = Convolve<TInOrder>(KernelTest.ChannelsLast(planes, 3), weight, width, Team.Alone);
        Assert.Equal(expected, Convolve<TPlanes>(planes, weight, width, Team.Alone));
        using Team team = new(3);
        Team entered = team.Enter();
        Assert.Equal(expected, Convolve<TPlanes>(planes, weight, width, entered));
        team.Leave(entered);
    }

    private static float[] Convolve<TGeometry>(float[] input, float[] weight, int width, Team team)
        where TGeometry : struct, IConvolution
    {
        ConvolutionWeights weights = ConvolutionWeights.Pack<TGeometry>(weight, null, (VectorWidth)width);
        float[] scratch = new float[TGeometry.ScratchLength];
        Array.Fill(scratch, float.NaN);
        return KernelTest.Written(
            TGeometry.OutputChannels * TGeometry.OutputHeight * TGeometry.OutputWidth,
            span => Convolution.Forward<TGeometry>(input, weights, scratch, span, team));
    }

    /// <summary>A picture, in three planes or in one of three channels, into 24 channels, padded by half of the kernel; where there is a Winograd tile, over blocks of pixels.</summary>
    private readonly struct Picture<TSide, TStride, TKernel, TPlanes, TTile> : ITestConvolution<Picture<TSide, TStride, TKernel, TPlanes, TTile>>
        where TSide : struct, ICount
        where TStride : struct, ICount
        where TKernel : struct, ICount
        where TPlanes : struct, ICount
        where TTile : struct, ICount
    {
        public static bool IsInputPlanar => TPlanes.Value == 3;
        public static int InputChannels => 3;
        public static int InputHeight => TSide.Value;
        public static int InputWidth => TSide.Value;
        public static int OutputChannels => 24;
        public static int OutputHeight => ((TSide.Value - 1) / TStride.Value) + 1;
        public static int OutputWidth => OutputHeight;
        public static int KernelHeight => TKernel.Value;
        public static int KernelWidth => TKernel.Value;
        public static int StrideHeight => TStride.Value;
        public static int StrideWidth => TStride.Value;
        public static int PaddingTop => TKernel.Value / 2;
        public static int PaddingLeft => TKernel.Value / 2;
        public static ConvolutionAlgorithm Algorithm => TTile.Value == 0 ? ConvolutionAlgorithm.Direct : ConvolutionAlgorithm.SpaceToDepth;
        public static int WinogradTile => TTile.Value;
        public static int TilesAtOnce => 3;
    }

    private readonly struct Pointwise : ITestConvolution<Pointwise>
    {
        public static bool IsInputPlanar => true;
        public static int InputChannels => 3;
        public static int InputHeight => 4;
        public static int InputWidth => 4;
        public static int OutputChannels => 1;
        public static int OutputHeight => 4;
        public static int OutputWidth => 4;
        public static int KernelHeight => 1;
        public static int KernelWidth => 1;
    }

    /// <summary>A 5x5 convolution across pixels that reads planes.</summary>
    private readonly struct InPlanes : ITestConvolution<InPlanes>
    {
        public static int InputChannels => 3;
        public static int InputHeight => 9;
        public static int InputWidth => 9;
        public static bool IsInputPlanar => true;
        public static int OutputChannels => 2;
        public static int OutputHeight => 9;
        public static int OutputWidth => 9;
        public static int KernelHeight => 5;
        public static int KernelWidth => 5;
        public static int PaddingTop => 2;
        public static int PaddingLeft => 2;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Planar;
        public static int RowsAtOnce => 4;
    }
}
