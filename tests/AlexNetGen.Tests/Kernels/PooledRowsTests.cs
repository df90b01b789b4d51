using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Direct convolutions and the max pools of 2x2 windows that read them, against their definitions in double precision, and bit for bit against one after the other.</summary>
public class PooledRowsTests
{
    // Of the normalisation between the two.
    private const int Seed = 20;

    // Rows of one window, of some in one tile, in tiles that share windows; last rows and columns that no window reads; channels that
    // are fewer than a vector, several vectors, and a part of one.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Both_are_as_defined(int width)
    {
        Check<Five, Sixteen, Two, Two, Three, One, One>(width);
        Check<Three, Forty, Five, Seven, Five, Two, Nought>(width);
        Check<Sixteen, ThirtyFive, Four, Nine, One, One, Nought>(width);
        Check<Two, Nine, Three, Eleven, Three, One, One>(width);
        Check<Four, NinetySix, Six, Thirteen, Two, Two, Nought>(width);
        Check<One, Twenty, Two, Sixteen, Seven, One, Three>(width);
        Check<Three, Eight, Four, Twenty, Five, One, Two>(width);
        Check<Six, Sixteen, Three, ThirtyFive, Three, Two, One>(width);
    }

    // An input of one channel and few outputs: two pixels share a vector of AVX-512; where the stride is two they cannot.
    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Few_channels_of_grey_pictures_are_as_defined(int width)
    {
        Check<One, Six, Four, Two, Three, One, One>(width);
        Check<One, Five, Two, Four, Five, One, Nought>(width);
        Check<One, Eight, Five, Seven, Three, One, One>(width);
        Check<One, Six, Two, Thirteen, Five, One, Two>(width);
        Check<One, Seven, Six, ThirtyTwo, Two, One, Nought>(width);
        Check<One, Eight, Two, ThirtyFive, One, One, Nought>(width);
        Check<One, Six, Four, Nine, Three, Two, One>(width);
        Check<One, Nine, Four, Nine, Three, One, One>(width);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_bits_of_one_after_the_other(int threads)
    {
        using Team team = new(threads);
        Same<Direct<Six, Sixteen, Ten, Ten, Five, One, Nought, One>>(team);
        Same<Direct<One, Six, Nine, Twenty, Five, One, Two, One>>(team);
        Same<Direct<One, Six, Nine, Twenty, Five, One, Two, Two>>(team);
        Same<Direct<Three, ThirtyFive, Eleven, Seven, Three, Two, One, Two>>(team);
        Same<Grey>(team);
        Same<Direct<Five, Forty, ThirtyFive, ThirtyFive, Three, One, One, Nought>>(team);

        // Rows of the input that are more than a chunk reads.
        Same<Direct<ThreeHundredEightyFour, Eight, Twenty, Twenty, Three, One, One, One>>(team);
    }

    [Fact]
    public void Planes_give_the_bits_of_what_is_in_order()
    {
        float[] planes = KernelTest.Random(3 * 10 * 10, 3);
        Assert.Equal(
            Together<Direct<Three, Sixteen, Ten, Ten, Three, One, One, One>>(KernelTest.ChannelsLast(planes, 3), Team.Alone),
            Together<OfPlanes>(planes, Team.Alone));
    }

    [Fact]
    public void Allocates_nothing()
    {
        ConvolutionWeights weights = Weights<Direct<One, Six, Nine, Twenty, Five, One, Two, One>>(VectorWidths.Widest);
        float[] input = new float[9 * 20], scratch = new float[Scratch<Direct<One, Six, Nine, Twenty, Five, One, Two, One>>()], output = new float[4 * 10 * 6];
        KernelTest.AllocatesNothing(() => PooledConvolution.Forward<Direct<One, Six, Nine, Twenty, Five, One, Two, One>, Pairs<Direct<One, Six, Nine, Twenty, Five, One, Two, One>>>(input, weights, scratch, output, Team.Alone));
    }

    // Windows that overlap, begin in padding, or hang over; groups; an activation that is no bound.
    [Fact]
    public void Refuses_what_is_not_such_a_pair()
    {
        Refuses<Grey, PoolOf<Grey, Three, Two, Nought, Nought>>();
        Refuses<Grey, PoolOf<Grey, Two, One, Nought, Nought>>();
        Refuses<Grey, PoolOf<Grey, Two, Two, One, Nought>>();
        Refuses<Grey, PoolOf<Grey, Two, Two, Nought, One>>();
        Refuses<Plain<Four, Four, Eleven, Eleven, Three, Two>, PoolOf<Plain<Four, Four, Eleven, Eleven, Three, Two>, Two, Two, Nought, Nought>>();
        Refuses<Direct<One, Six, Nine, Twenty, Five, One, Two, Three>, Pairs<Direct<One, Six, Nine, Twenty, Five, One, Two, Three>>>();
    }

    private static void Refuses<TConvolution, TPool>()
        where TConvolution : struct, IConvolution
        where TPool : struct, IPooling =>
        Assert.Contains("and a direct one", Assert.Throws<ArgumentException>(() => PooledConvolution.Forward<TConvolution, TPool>([], Weights<TConvolution>(VectorWidths.Widest), [], [], Team.Alone)).Message, StringComparison.Ordinal);

    private static void Check<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding>(int width)
        where TInputs : struct, ICount
        where TOutputs : struct, ICount
        where THeight : struct, ICount
        where TWidth : struct, ICount
        where TKernel : struct, ICount
        where TStride : struct, ICount
        where TPadding : struct, ICount
    {
        Check<Direct<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding, Nought>, Direct<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding, Nought>>((VectorWidth)width, double.NegativeInfinity);
        Check<Direct<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding, Nought>, Direct<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding, One>>((VectorWidth)width, 0);
    }

    private static void Check<TSums, TConvolution>(VectorWidth width, double least)
        where TSums : struct, IConvolution
        where TConvolution : struct, IConvolution
    {
        int channels = TSums.OutputChannels;
        float[] input = KernelTest.Random(TSums.InputChannels * TSums.InputHeight * TSums.InputWidth, 3);
        (double[] sums, double[] scale) = ConvolutionReference.Compute<TSums>(input, KernelTest.Random(KernelTest.WeightLength<TSums>(), 4), KernelTest.Random(channels, 5));
        float[] between = KernelTest.ChannelsLast([.. sums.Select((value, i) => (float)Math.Max(least, NormalizationReference.Compute<TSums>(value, i / (TSums.OutputHeight * TSums.OutputWidth), Seed)))], channels);
        double[] expected = PoolingReference.Max<Pairs<TSums>>(between);
        float[] found = Together<TConvolution>(KernelTest.ChannelsLast(input, TSums.InputChannels), Team.Alone, width);
        Assert.Equal(expected.Length, found.Length);
        double tolerance = 2e-6 * scale.Max();
        Assert.All(expected, (value, i) => Assert.True(Math.Abs(value - found[i]) <= tolerance, $"{i}: expected {value}, found {found[i]}"));
    }

    private static void Same<TConvolution>(Team team)
        where TConvolution : struct, IConvolution
    {
        float[] map = KernelTest.RandomWithSpecials(TConvolution.InputChannels * TConvolution.InputHeight * TConvolution.InputWidth, 3);
        float[] between = new float[TConvolution.OutputHeight * TConvolution.OutputWidth * TConvolution.OutputChannels];
        Convolution.Forward<TConvolution>(map, Weights<TConvolution>(VectorWidths.Widest), new float[Scratch<TConvolution>()], between, Team.Alone, NormalizationReference.Weights<TConvolution>(Seed));
        float[] expected = KernelTest.Written(Length<TConvolution>(), output => MaxPooling.Forward<Pairs<TConvolution>>(between, output));
        Team entered = team.Enter();
        Assert.Equal(expected, Together<TConvolution>(map, entered));
        team.Leave(entered);
    }

    private static float[] Together<TConvolution>(float[] map, Team team, VectorWidth? width = null)
        where TConvolution : struct, IConvolution
    {
        float[] scratch = new float[Scratch<TConvolution>()];
        Array.Fill(scratch, float.NaN);
        return KernelTest.Written(Length<TConvolution>(), output => PooledConvolution.Forward<TConvolution, Pairs<TConvolution>>(
            map, Weights<TConvolution>(width ?? VectorWidths.Widest), scratch, output, team, NormalizationReference.Weights<TConvolution>(Seed)));
    }

    private static int Scratch<TConvolution>()
        where TConvolution : struct, IConvolution => TConvolution.ScratchLength;

    private static int Length<TConvolution>()
        where TConvolution : struct, IConvolution => TConvolution.OutputHeight / 2 * (TConvolution.OutputWidth / 2) * TConvolution.OutputChannels;

    private static ConvolutionWeights Weights<TGeometry>(VectorWidth width)
        where TGeometry : struct, IConvolution => ConvolutionWeights.Pack<TGeometry>(KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), KernelTest.Random(TGeometry.OutputChannels, 5), width);

    /// <summary>A direct convolution to some rows and columns, the same padding on all sides, and no bound, ReLU, ReLU6, or a sigmoid.</summary>
    private readonly struct Direct<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding, TActivation> : ITestConvolution<Direct<TInputs, TOutputs, THeight, TWidth, TKernel, TStride, TPadding, TActivation>>
        where TInputs : struct, ICount
        where TOutputs : struct, ICount
        where THeight : struct, ICount
        where TWidth : struct, ICount
        where TKernel : struct, ICount
        where TStride : struct, ICount
        where TPadding : struct, ICount
        where TActivation : struct, ICount
    {
        public static int InputChannels => TInputs.Value;
        public static int InputHeight => ((THeight.Value - 1) * TStride.Value) + TKernel.Value - (2 * TPadding.Value);
        public static int InputWidth => ((TWidth.Value - 1) * TStride.Value) + TKernel.Value - (2 * TPadding.Value);
        public static int OutputChannels => TOutputs.Value;
        public static int OutputHeight => THeight.Value;
        public static int OutputWidth => TWidth.Value;
        public static int KernelHeight => TKernel.Value;
        public static int KernelWidth => TKernel.Value;
        public static int StrideHeight => TStride.Value;
        public static int StrideWidth => TStride.Value;
        public static int PaddingTop => TPadding.Value;
        public static int PaddingLeft => TPadding.Value;
        public static Activation Activation => TActivation.Value switch { 0 => Activation.None, 1 => Activation.ReLU, 2 => Activation.ReLU6, _ => Activation.Sigmoid };
    }

    /// <summary>3x3 over a picture as networks take it.</summary>
    private readonly struct OfPlanes : ITestConvolution<OfPlanes>
    {
        public static bool IsInputPlanar => true;
        public static int InputChannels => 3;
        public static int InputHeight => 10;
        public static int InputWidth => 10;
        public static int OutputChannels => 16;
        public static int OutputHeight => 10;
        public static int OutputWidth => 10;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int PaddingTop => 1;
        public static int PaddingLeft => 1;
        public static Activation Activation => Activation.ReLU;
    }

    /// <summary>A convolution of a grey picture, with rows and columns of its input that no window reaches, and taps apart down.</summary>
    private readonly struct Grey : ITestConvolution<Grey>
    {
        public static int InputChannels => 1;
        public static int InputHeight => 14;
        public static int InputWidth => 15;
        public static int OutputChannels => 6;
        public static int OutputHeight => 8;
        public static int OutputWidth => 12;
        public static int KernelHeight => 3;
        public static int KernelWidth => 3;
        public static int DilationHeight => 3;
    }

    /// <summary>The pool of 2x2 windows side by side that reads a convolution.</summary>
    private readonly struct Pairs<TConvolution> : ITestPooling
        where TConvolution : struct, IConvolution
    {
        public static int Channels => TConvolution.OutputChannels;
        public static int InputHeight => TConvolution.OutputHeight;
        public static int InputWidth => TConvolution.OutputWidth;
        public static int OutputHeight => TConvolution.OutputHeight / 2;
        public static int OutputWidth => TConvolution.OutputWidth / 2;
        public static int KernelHeight => 2;
        public static int KernelWidth => 2;
        public static int StrideHeight => 2;
        public static int StrideWidth => 2;
    }
}
