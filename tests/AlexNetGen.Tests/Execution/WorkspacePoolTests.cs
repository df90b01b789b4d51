using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Tests.Execution;

public class WorkspacePoolTests
{
    [Fact]
    public void A_workspace_returned_is_lent_again()
    {
        WorkspacePool pool = new(10);
        float[] first = pool.Rent();
        float[] second = pool.Rent();
        Assert.Equal(10, pool.SpanOf(first).Length);
        Assert.NotSame(first, second);
        pool.Return(first);
        Assert.Same(first, pool.Rent());
    }

    [Fact]
    public void Workspaces_begin_on_a_cache_line()
    {
        WorkspacePool pool = new(100);
        for (int i = 0; i < 10; i++)
        {
            nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(pool.SpanOf(pool.Rent())));
            Assert.Equal(0, address % 64);
        }
    }

    [Fact]
    public void Workspaces_of_2_MB_begin_on_a_large_page()
    {
        const int Length = (2 << 20) / sizeof(float);
        WorkspacePool pool = new(Length);
        float[] workspace = pool.Rent();
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(pool.SpanOf(workspace)));
        Assert.Equal(0, address % (2 << 20));
        Assert.Equal(Length, pool.SpanOf(workspace).Length);
        pool.Return(workspace);
        Assert.Same(workspace, pool.Rent());
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_use()
    {
        WorkspacePool pool = new(1_000);
        pool.Return(pool.Rent());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            pool.Return(pool.Rent());
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void As_many_are_kept_as_there_are_processors_and_at_least_four()
    {
        int kept = Math.Max(4, Environment.ProcessorCount);
        WorkspacePool pool = new(1);
        float[][] workspaces = [.. Enumerable.Range(0, kept + 3).Select(_ => pool.Rent())];
        Array.ForEach(workspaces, pool.Return);
        HashSet<float[]> known = [.. workspaces];
        Assert.Equal(kept, Enumerable.Range(0, kept + 3).Count(_ => known.Remove(pool.Rent())));
    }

    [Fact]
    public void Cleared_workspaces_are_let_go()
    {
        WorkspacePool pool = new(1);
        float[] workspace = pool.Rent();
        pool.Return(workspace);
        pool.Clear();
        Assert.NotSame(workspace, pool.Rent());
    }

    [Fact]
    public void A_length_of_0_works()
    {
        WorkspacePool pool = new(0);
        pool.Return(pool.Rent());
        Assert.True(pool.SpanOf(pool.Rent()).IsEmpty);
    }

    [Fact]
    public void Another_pools_workspace_is_refused()
    {
        WorkspacePool pool = new(10);
        Assert.Throws<ArgumentException>(() => pool.Return(new float[11]));
        Assert.Throws<ArgumentNullException>(() => pool.Return(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkspacePool(-1));
    }

    [Fact]
    public void No_workspace_is_lent_to_two_threads_at_once()
    {
        WorkspacePool pool = new(2);
        int clashes = 0;
        Thread[] threads = [.. Enumerable.Range(1, 8).Select(id => new Thread(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                float[] workspace = pool.Rent();
                workspace[0] = id;
                if ((i & 63) == 0)
                {
                    Thread.Yield();
                }

                if (Volatile.Read(ref workspace[0]) != id)
                {
                    Interlocked.Increment(ref clashes);
                }

                pool.Return(workspace);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, clashes);
    }
}
