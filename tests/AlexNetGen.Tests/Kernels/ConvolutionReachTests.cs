using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>No convolution reads past the end of its map: vectors that hang over, and runs read whole, stop there.</summary>
public class ConvolutionReachTests
{
    [LinuxTheory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Reads_within_its_map(int width)
    {
        Check<Cornered<Three>>(width);
        Check<Cornered<Five>>(width);
        Check<Cornered<ThirtyFive>>(width);
        Check<Pointwise>(width);
        Check<Divided<Forty, Sixteen, Three, Three, One, One>>(width);
        Check<Divided<Forty, Sixteen, Three, Three, One, Two>>(width);
        Check<DividedWindows<SixtyFour, Sixteen, Three, Three, Two, One, Two>>(width);
        Check<EvenStrided>(width);
        Check<Grouped>(width);
        Check<Depthwise>(width);
        Check<AcrossRows<One, One, Three, One, Two>>(width);
        Check<AcrossRows<One, One, Nine, One, One>>(width);
        Check<AcrossRows<One, Three, Three, One, One>>(width);
        Check<AcrossRows<One, Twenty, Three, One, One>>(width);
        Check<AcrossPixels<Three, One, Five, Nine, Three, One, Two>>(width);
        Check<AcrossPixels<Sixteen, Four, Five, Three, Three, One, Five>>(width);
        Check<AlexNetFirst>(width);
        Check<Strided<Three, ThirtyFive, ThirtyFive, Seven, Two, Three, Four>>(width);
        Check<Strided<Four, Sixteen, ThirtyFive, Six, Two, One, Two>>(width);
    }

    private static void Check<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        float[] input = KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3);
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(TGeometry.OutputChannels, 5);
        float[] map = KernelTest.ChannelsLast(input, TGeometry.InputChannels), scratch = new float[TGeometry.ScratchLength];
        ConvolutionWeights packed = ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width);
        float[] expected = new float[TGeometry.OutputStep * TGeometry.OutputHeight * TGeometry.OutputWidth], found = new float[expected.Length];
        Convolution.Forward<TGeometry>(map, packed, scratch, expected, Team.Alone);
        using EndOfMemory end = new(map);
        Convolution.Forward<TGeometry>(end.Values, packed, scratch, found, Team.Alone);
        Assert.Equal(expected, found);
    }

    /// <summary>3x3 by Winograd without padding on 6x6: the only tile ends in the map's last corner, and a run of its channels ends early.</summary>
    private readonly struct Cornered<TInputs> : ITestConvolution<Cornered<TInputs>>
        where TInputs : struct, ICount
    {
        public static int InputChannels => TInputs.Value;
        public static int InputHeight => 6;
        public static int InputWidth => 6;
        public static int OutputChannels => 16;
        public static int OutputHeight => 4;
        public static int OutputWidth => 4;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
        public static int WinogradTile => 4;
        public static int TilesAtOnce => 1;
    }

    // What guards the memory is Linux's.
    private sealed class LinuxTheoryAttribute : TheoryAttribute
    {
        public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Pages are protected by Linux's mprotect.";
    }
}
