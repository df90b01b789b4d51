using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>The two layouts of a feature map.</summary>
public class FeatureMapTests
{
    [Fact]
    public void Layouts_change_and_change_back()
    {
        Check<Image>();
        Check<Odd>();
        Check<OneChannel>();
        Check<Vector>();
        Check<Planes>();
        Check<Wide>();
    }

    [Fact]
    public void Threads_copy_all_points()
    {
        foreach (int threads in new[] { 2, 3, 5 })
        {
            using Team team = new(threads);
            Check<Odd>(team);
            Check<Planes>(team);
            Check<OneChannel>(team);
            Check<Pictures>(team);
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        KernelTest.Refuses(105, 104, () => FeatureMap.ToChannelsLast<Image>(new float[104], new float[105]));
        KernelTest.Refuses(105, 106, () => FeatureMap.ToChannelsLast<Image>(new float[105], new float[106]));
        KernelTest.Refuses(105, 104, () => FeatureMap.ToChannelsFirst<Image>(new float[104], new float[105]));
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] a = new float[Odd.Length], b = new float[Odd.Length];
        KernelTest.AllocatesNothing(() =>
        {
            FeatureMap.ToChannelsLast<Odd>(a, b);
            FeatureMap.ToChannelsFirst<Odd>(b, a);
        });
    }

    private static void Check<TShape>(Team? team = null)
        where TShape : struct, IShape
    {
        Team? entered = team?.Enter();
        float[] first = KernelTest.Random(TShape.Length);
        float[] last = new float[TShape.Length], back = new float[TShape.Length];
        FeatureMap.ToChannelsLast<TShape>(first, last, entered);
        Assert.Equal(KernelTest.ChannelsLast(first, TShape.Channels), last);
        FeatureMap.ToChannelsFirst<TShape>(last, back, entered);
        if (entered is not null)
        {
            team!.Leave(entered);
        }

        Assert.Equal(first, back);
    }

    private readonly struct Image : IShape
    {
        public static int Rank => 3;
        public static int Channels => 3;
        public static int Height => 5;
        public static int Width => 7;
        public static int Length => 105;
    }

    private readonly struct Odd : IShape
    {
        public static int Rank => 3;
        public static int Channels => 37;
        public static int Height => 5;
        public static int Width => 9;
        public static int Length => 1665;
    }

    private readonly struct OneChannel : IShape
    {
        public static int Rank => 3;
        public static int Channels => 1;
        public static int Height => 28;
        public static int Width => 27;
        public static int Length => 756;
    }

    private readonly struct Vector : IShape
    {
        public static int Rank => 1;
        public static int Channels => 41;
        public static int Height => 1;
        public static int Width => 1;
        public static int Length => 41;
    }

    // Planes of 2 KB, and as many points a plane as make several rows of blocks.
    private readonly struct Planes : IShape
    {
        public static int Rank => 3;
        public static int Channels => 6;
        public static int Height => 16;
        public static int Width => 32;
        public static int Length => 3072;
    }

    // Points of 2 KB.
    private readonly struct Wide : IShape
    {
        public static int Rank => 3;
        public static int Channels => 512;
        public static int Height => 3;
        public static int Width => 13;
        public static int Length => 19_968;
    }

    private readonly struct Pictures : IShape
    {
        public static int Rank => 3;
        public static int Channels => 3;
        public static int Height => 65;
        public static int Width => 67;
        public static int Length => 13_065;
    }
}
