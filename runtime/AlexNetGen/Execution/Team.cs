using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlexNetGen.Execution;

/// <summary>
/// The threads that share the forward passes of one network: the caller and a number of workers, which wait between
/// passes without using the processor. Called by generated code.
/// </summary>
/// <remarks>
/// A pass is a series of regions, each cut into chunks that caller and workers claim one by one. A region ends when
/// its chunks are done, not when all workers have arrived, so a worker that wakes up late delays nobody. Within a pass
/// a worker that finds nothing to do spins for a short while before it blocks. One caller leads the workers at a time;
/// another that calls meanwhile computes alone, and takes the place of a worker.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class Team : IDisposable
{
    // Some tens of microseconds: longer than the gaps between regions, shorter than a time slice.
    private const int Spins = 2_000;

    // A region's state is its number above the count of chunks not yet claimed.
    private const int CountBits = 20;
    private const long CountMask = (1L << CountBits) - 1;

    private readonly object _gate = new();
    private Shared _shared;
    private int _callers;
    private int _isLed;
    private int _blocked;
    private volatile bool _isDisposed;

    // What the current region runs; valid while a chunk of it is claimed and not done.
    private delegate*<void*, int, void> _run;
    private void* _work;
    private int _chunks;

    /// <summary>Makes a team and starts its workers.</summary>
    /// <param name="options">How many there are.</param>
    public Team(InferenceOptions options)
        : this((options ?? throw new ArgumentNullException(nameof(options))).ThreadCount)
    {
    }

    /// <summary>Makes a team and starts its workers.</summary>
    /// <param name="threads">The threads that compute, the caller included.</param>
    internal Team(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        for (int worker = 1; worker < threads; worker++)
        {
            int number = worker;
            new Thread(() => Work(number), maxStackSize: 1 << 20)
            {
                IsBackground = true,
                Name = FormattableString.Invariant($"AlexNetGen worker {number}"),
            }.Start();
        }
    }

    /// <summary>The caller without workers.</summary>
    public static Team Alone { get; } = new(1);

    /// <summary>The threads that compute, the caller included.</summary>
    public int Threads { get; }

    /// <summary>The workers that block, using no processor.</summary>
    internal int Blocked => Volatile.Read(ref _blocked);

    /// <summary>Begins a forward pass.</summary>
    /// <returns>This team if nobody else leads it, else <see cref="Alone"/>. To be given to <see cref="Leave"/>.</returns>
    public Team Enter()
    {
        if (Threads == 1)
        {
            return this;
        }

        Interlocked.Increment(ref _callers);
        return Interlocked.CompareExchange(ref _isLed, 1, 0) == 0 ? this : Alone;
    }

    /// <summary>Ends a forward pass; the workers block.</summary>
    /// <param name="entered">What <see cref="Enter"/> returned.</param>
    public void Leave(Team entered)
    {
        if (Threads == 1)
        {
            return;
        }

        Interlocked.Decrement(ref _callers);
        if (entered == this)
        {
            Volatile.Write(ref _isLed, 0);
        }
    }

    /// <summary>Ends the workers. A forward pass under way ends undisturbed, with or without them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Runs every chunk, and returns when all are done. Called by the one who has entered.</summary>
    /// <typeparam name="TWork">The work.</typeparam>
    /// <param name="chunks">The number of chunks, less than 2^20.</param>
    /// <param name="work">The work; a local variable of the caller, or of one of its callers.</param>
    public void Run<TWork>(int chunks, ref TWork work)
        where TWork : struct, IParallelWork, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chunks, (int)CountMask);
        if (Threads == 1 || chunks < 2)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                work.Run(chunk);
            }

            return;
        }

        _run = &RunChunk<TWork>;
        _work = Unsafe.AsPointer(ref work);
        _chunks = chunks;
        Volatile.Write(ref _shared.Pending, chunks);

        // A full fence: either a worker about to block sees the chunks, or it is seen here and woken.
        Interlocked.Exchange(ref _shared.State, (((_shared.State >> CountBits) + 1) << CountBits) | (uint)chunks);
        if (Volatile.Read(ref _blocked) >= Volatile.Read(ref _callers))
        {
            // Not where other callers have the places of all who block.
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }

        RunChunks(worker: 0);
        for (int spins = 0; Volatile.Read(ref _shared.Pending) != 0; spins++)
        {
            if (spins < Spins)
            {
                Thread.SpinWait(1);
            }
            else
            {
                // The worker may be waiting for this very processor.
                Thread.Yield();
            }
        }
    }

    private static void RunChunk<TWork>(void* work, int chunk)
        where TWork : struct, IParallelWork, allows ref struct => Unsafe.AsRef<TWork>(work).Run(chunk);

    private void Work(int worker)
    {
        while (!_isDisposed)
        {
            if (RunChunks(worker) || Spin(worker))
            {
                continue;
            }

            lock (_gate)
            {
                _blocked++;
                Interlocked.MemoryBarrier();
                if (!_isDisposed && !HasWork(worker))
                {
                    Monitor.Wait(_gate);
                }

                _blocked--;
            }
        }
    }

    /// <summary>Waits for chunks while a pass goes on; false when there were none for too long.</summary>
    private bool Spin(int worker)
    {
        for (int spins = 0; spins < Spins && Volatile.Read(ref _isLed) != 0; spins++)
        {
            if (HasWork(worker))
            {
                return true;
            }

            Thread.SpinWait(1);
        }

        return false;
    }

    private bool HasWork(int worker) => (Volatile.Read(ref _shared.State) & CountMask) != 0 && HasPlace(worker);

    /// <summary>The caller has one; of the workers, those that no other caller displaces.</summary>
    private bool HasPlace(int worker) => worker == 0 || worker <= Threads - Volatile.Read(ref _callers);

    /// <summary>Claims chunks and runs them until none is left; whether there was one.</summary>
    private bool RunChunks(int worker)
    {
        bool any = false;
        while (true)
        {
            long state = Volatile.Read(ref _shared.State);
            int left = (int)(state & CountMask);
            if (left == 0 || !HasPlace(worker))
            {
                return any;
            }

            if (Interlocked.CompareExchange(ref _shared.State, state - 1, state) == state)
            {
                // Claimed, so that the region cannot end before this chunk.
                _run(_work, _chunks - left);
                Interlocked.Decrement(ref _shared.Pending);
                any = true;
            }
        }
    }

    // What is written by all threads has cache lines of its own; two, for processors fetch lines in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 384)]
    private struct Shared
    {
        [FieldOffset(128)]
        public long State;

        [FieldOffset(256)]
        public int Pending;
    }
}
