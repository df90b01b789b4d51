using AlexNetGen.Execution;

namespace AlexNetGen.Tests.Execution;

/// <summary>A team runs every chunk once, whatever happens around it.</summary>
public sealed class TeamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Every_chunk_runs_once_and_before_the_region_ends(int threads)
    {
        using Team team = new(threads);
        for (int region = 0; region < 20_000; region++)
        {
            int chunks = region % 23;
            int[] runs = new int[chunks];
            Count count = new(runs);
            Team entered = team.Enter();
            entered.Run(chunks, ref count);
            Assert.Equal(-1, runs.AsSpan().IndexOfAnyExcept(1));
            if (region % 100 != 0)
            {
                // Several regions in one pass.
                entered.Run(chunks, ref count);
                Assert.Equal(-1, runs.AsSpan().IndexOfAnyExcept(2));
            }

            team.Leave(entered);
        }
    }

    [Fact]
    public void Workers_take_part()
    {
        using Team team = new(2);
        Team entered = team.Enter();
        using Barrier bothAreThere = new(2);
        Meet meet = new(bothAreThere);

        // Ends only if each chunk is run by a thread of its own.
        entered.Run(2, ref meet);
        team.Leave(entered);
    }

    [Fact]
    public void Whoever_finds_the_team_led_computes_alone()
    {
        using Team team = new(2);
        Team first = team.Enter();
        Team second = team.Enter();
        Assert.Same(team, first);
        Assert.Same(Team.Alone, second);
        Assert.Equal(1, second.Threads);

        // The second caller has the worker's place, so that no third thread computes.
        Threads threads = new(new int[16]);
        for (int region = 0; region < 100; region++)
        {
            first.Run(threads.Ids.Length, ref threads);
            Assert.Equal(-1, threads.Ids.AsSpan().IndexOfAnyExcept(Environment.CurrentManagedThreadId));
        }

        team.Leave(second);
        team.Leave(first);
        Assert.Same(team, team.Enter());
        team.Leave(team);
    }

    [Fact]
    public void Workers_block_once_a_pass_is_over()
    {
        using Team team = new(3);
        Assert.True(SpinWait.SpinUntil(() => team.Blocked == 2, Patience));
        Team entered = team.Enter();
        Count count = new(new int[64]);
        entered.Run(64, ref count);
        team.Leave(entered);
        Assert.True(SpinWait.SpinUntil(() => team.Blocked == 2, Patience));
    }

    [Fact]
    public void Little_work_is_the_callers_alone()
    {
        using Team team = new(new InferenceOptions { Threads = 2 });
        Assert.Equal(1, team.ThreadsFor(3_999_999));
        Assert.Equal(2, team.ThreadsFor(4_000_000));
        foreach ((long work, Team expected) in new[] { (3_999_999, Team.Alone), (4_000_000, team), (0, Team.Alone), (long.MaxValue, team) })
        {
            Team entered = team.Enter(work);
            Assert.Same(expected, entered);
            team.Leave(entered);
        }
    }

    [Fact]
    public void Many_callers_at_once_each_get_all_their_chunks()
    {
        using Team team = new(3);
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
        {
            for (int pass = 0; pass < 2_000; pass++)
            {
                int[] runs = new int[7];
                Count count = new(runs);
                Team entered = team.Enter();
                entered.Run(7, ref count);
                entered.Run(7, ref count);
                team.Leave(entered);
                Assert.Equal(-1, runs.AsSpan().IndexOfAnyExcept(2));
            }
        });
    }

    [Fact]
    public void A_disposed_team_still_computes()
    {
        Team team = new(2);
        Team entered = team.Enter();
        team.Dispose();
        team.Dispose();
        int[] runs = new int[100];
        Count count = new(runs);
        entered.Run(100, ref count);
        Assert.Equal(-1, runs.AsSpan().IndexOfAnyExcept(1));
        team.Leave(entered);
    }

    [Fact]
    public void No_threads_are_one_for_each_processor()
    {
        using Team all = new(new InferenceOptions { Threads = 0 });
        using Team one = new(new InferenceOptions());
        Assert.Equal(Environment.ProcessorCount, all.Threads);
        Assert.Equal(1, one.Threads);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InferenceOptions { Threads = -1 });
    }

    private readonly struct Count(int[] runs) : IParallelWork
    {
        public void Run(int chunk) => Interlocked.Increment(ref runs[chunk]);
    }

    private readonly struct Meet(Barrier barrier) : IParallelWork
    {
        public void Run(int chunk) => barrier.SignalAndWait();
    }

    private readonly struct Threads(int[] ids) : IParallelWork
    {
        public int[] Ids => ids;

        public void Run(int chunk) => ids[chunk] = Environment.CurrentManagedThreadId;
    }
}
