using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Channels of two maps dealt round to two maps or to one, against channel i of group g at i * groups + g.</summary>
public class HalvesShufflingTests
{
    private const int Points = 150;

    [Fact]
    public void Each_half_has_its_share_of_both()
    {
        Check<One>();
        Check<Three>();
        Check<Five>();
        Check<Eight>();
        Check<ThirtyTwo>();
        Check<Forty>();
    }

    [Fact]
    public void The_whole_has_both_halves()
    {
        CheckWhole<One>();
        CheckWhole<Five>();
        CheckWhole<Eight>();
        CheckWhole<Forty>();
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_halves()
    {
        using Team team = new(3);
        (float[] first, float[] second) = Shuffle<Forty>(Team.Alone);
        (float[] sharedFirst, float[] sharedSecond) = Shuffle<Forty>(team);
        Assert.Equal(first, sharedFirst);
        Assert.Equal(second, sharedSecond);
    }

    [Fact]
    public void Allocates_nothing()
    {
        float[] left = new float[Points * 80], right = new float[Points * 80], first = new float[Points * 80], second = new float[Points * 80];
        KernelTest.AllocatesNothing(() => HalvesShuffling.Forward<Dealt<Forty, Two>>(left, right, first, second, Team.Alone));
    }

    [Fact]
    public void Refuses_other_lengths_and_other_shuffles()
    {
        float[] map = new float[Points * 10], shorter = new float[(Points * 10) - 1];
        KernelTest.Refuses(Points * 10, (Points * 10) - 1, () => HalvesShuffling.Forward<Dealt<Five, Two>>(shorter, map, map, map, Team.Alone));
        KernelTest.Refuses(Points * 10, (Points * 10) - 1, () => HalvesShuffling.Forward<Dealt<Five, Two>>(map, shorter, map, map, Team.Alone));
        KernelTest.Refuses(Points * 10, (Points * 10) - 1, () => HalvesShuffling.Forward<Dealt<Five, Two>>(map, map, shorter, map, Team.Alone));
        KernelTest.Refuses(Points * 10, (Points * 10) - 1, () => HalvesShuffling.Forward<Dealt<Five, Two>>(map, map, map, shorter, Team.Alone));
        float[] whole = new float[Points * 20], shortWhole = new float[(Points * 20) - 1];
        KernelTest.Refuses(Points * 10, (Points * 10) - 1, () => HalvesShuffling.ForwardWhole<Dealt<Five, Two>>(shorter, map, whole, Team.Alone));
        KernelTest.Refuses(Points * 10, (Points * 10) - 1, () => HalvesShuffling.ForwardWhole<Dealt<Five, Two>>(map, shorter, whole, Team.Alone));
        KernelTest.Refuses(Points * 20, (Points * 20) - 1, () => HalvesShuffling.ForwardWhole<Dealt<Five, Two>>(map, map, shortWhole, Team.Alone));
        ArgumentException error = Assert.Throws<ArgumentException>(() => HalvesShuffling.Forward<Dealt<Five, One>>(map, map, map, map, Team.Alone));
        Assert.Contains("not of 1 groups and 20 channels", error.Message, StringComparison.Ordinal);
    }

    private static void Check<TShare>()
        where TShare : struct, ICount
    {
        int half = 2 * TShare.Value;
        (float[] First, float[] Second) halves = Shuffle<TShare>(Team.Alone);
        for (int i = 0; i < Points * half; i++)
        {
            int point = i / half, channel = i % half;
            Assert.Equal(Value(point, channel % 2, channel / 2), halves.First[i]);
            Assert.Equal(Value(point, channel % 2, (half + channel) / 2), halves.Second[i]);
        }
    }

    private static void CheckWhole<TShare>()
        where TShare : struct, ICount
    {
        int half = 2 * TShare.Value;
        float[] left = Group(0, half), right = Group(1, half);
        foreach (int threads in new[] { 1, 3 })
        {
            using Team team = new(threads);
            float[] whole = KernelTest.Written(2 * Points * half, output => HalvesShuffling.ForwardWhole<Dealt<TShare, Two>>(left, right, output, team));
            for (int i = 0; i < whole.Length; i++)
            {
                int point = i / (2 * half), channel = i % (2 * half);
                Assert.Equal(Value(point, channel % 2, channel / 2), whole[i]);
            }
        }
    }

    private static float[] Group(int group, int half) => [.. Enumerable.Range(0, Points * half).Select(i => Value(i / half, group, i % half))];

    private static (float[] First, float[] Second) Shuffle<TShare>(Team team)
        where TShare : struct, ICount
    {
        int half = 2 * TShare.Value;
        float[] left = Group(0, half), right = Group(1, half);
        float[] other = new float[Points * half];
        return (
            KernelTest.Written(Points * half, first => HalvesShuffling.Forward<Dealt<TShare, Two>>(left, right, first, other, team)),
            KernelTest.Written(Points * half, second => HalvesShuffling.Forward<Dealt<TShare, Two>>(left, right, other, second, team)));
    }

    private static float Value(int point, int group, int channel) => (point * 1000) + (group * 500) + channel;

    private readonly struct Dealt<TShare, TGroups> : IChannelShuffle
        where TShare : struct, ICount
        where TGroups : struct, ICount
    {
        public static int Channels => 4 * TShare.Value;

        public static int Points => HalvesShufflingTests.Points;

        public static int Groups => TGroups.Value;
    }
}
