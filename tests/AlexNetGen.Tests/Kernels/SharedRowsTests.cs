using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Kernels without weights: threads share their rows or points, and change no bit.</summary>
public class SharedRowsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        float[] input = KernelTest.Random(Enlarged.InputHeight * Enlarged.InputWidth * Enlarged.Channels);
        int length = Enlarged.OutputHeight * Enlarged.OutputWidth * Enlarged.Channels;
        KernelTest.SameOfThreads(threads, length, (output, team) => NearestUpsampling.Forward<Enlarged>(input, output, team));
        KernelTest.SameOfThreads(threads, length, (output, team) => BilinearUpsampling.Forward<Enlarged>(input, output, team));
        KernelTest.SameOfThreads(threads, length, (output, team) => AdaptiveAveragePooling.Forward<Enlarged>(input, output, team));
        KernelTest.SameOfThreads(threads, length, (output, team) => AdaptiveMaxPooling.Forward<Enlarged>(input, output, team));
        KernelTest.SameOfThreads(threads, 900 * 31, (output, team) => Concatenation.Forward<Joined>(KernelTest.Random(900 * 24), output, team));
        KernelTest.SameOfThreads(threads, 900 * 24, (output, team) => ChannelSlicing.Forward<Sliced>(KernelTest.Random(900 * 31), output, team));
    }

    [Fact]
    public void Every_run_of_many_chunks_finds_its_place()
    {
        float[] narrow = KernelTest.Random(900 * 24), wide = KernelTest.Random(900 * 31);
        float[] joined = KernelTest.Written(wide.Length, output => Concatenation.Forward<Joined>(narrow, output));
        float[] sliced = KernelTest.Written(narrow.Length, output => ChannelSlicing.Forward<Sliced>(wide, output));
        for (int i = 0; i < wide.Length; i++)
        {
            int run = i / 31, place = (i % 31) - 5;
            bool isInside = place is >= 0 and < 24;
            Assert.Equal(isInside ? narrow[(run * 24) + place] : KernelTest.Untouched, joined[i]);
            if (isInside)
            {
                Assert.Equal(wide[i], sliced[(run * 24) + place]);
            }
        }
    }

    private readonly struct Enlarged : IUpsampling, IAdaptivePooling
    {
        public static int Channels => 24;
        public static int InputHeight => 13;
        public static int InputWidth => 17;
        public static int OutputHeight => 29;
        public static int OutputWidth => 31;
        public static double StepHeight => 13.0 / 29;
        public static double StepWidth => 17.0 / 31;
        public static bool AlignCorners => false;
    }

    private readonly struct Joined : IConcatenation
    {
        public static int Runs => 900;
        public static int InputRun => 24;
        public static int OutputRun => 31;
        public static int Offset => 5;
    }

    private readonly struct Sliced : IChannelSlice
    {
        public static int Points => 900;
        public static int Channels => 31;
        public static int Start => 5;
        public static int Count => 24;
    }
}
