using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlexNetGen.Execution;

/// <summary>
/// The threads that share the forward passes of one network: the caller and a number of workers, which wait between
/// passes without using the processor. Called by generated code.
/// </summary>
/// <remarks>
/// A pass is a series of regions, each cut into chunks. Every thread has a share of neighbouring chunks and takes them
/// from the front, so that in layer after layer it works on the part of the map that its own cache holds; who has done
/// his share takes single chunks from the back of the others'. A region ends when its chunks are done, not when all
/// workers have arrived, so a worker that wakes up late delays nobody. Within a pass a worker that finds nothing to do
/// spins for a short while before it blocks. One caller leads the workers at a time; another that calls meanwhile
/// computes alone, and takes the place of a worker.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class Team : IDisposable
{
    // Some tens of microseconds for who waits for a chunk to end, then others may need the processor more.
    private const int SpinsForChunks = 2_000;

    // About a millisecond for a worker within a pass: longer than what the caller does alone between regions, since a
    // thread that has blocked is back only after 50 to 100 microseconds.
    private const int SpinsForRegion = 25_000;

    private readonly object _gate = new();
    private readonly ChunkShare[] _shares;

    private readonly TeamProcessors _processors;
    private readonly long _leastWork;
    private int _callers;
    private int _isLed;
    private int _blocked;
    private volatile bool _isDisposed;

    // What the current region runs; valid while a chunk of it is claimed and not done.
    private delegate*<void*, int, void> _run;
    private void* _work;

    // The chunks that workers have done since the team began.
    private Counter _done;

    /// <summary>Makes a team and starts its workers.</summary>
    /// <param name="options">How many there are.</param>
    public Team(InferenceOptions options)
        : this((options ?? throw new ArgumentNullException(nameof(options))).ThreadCount)
    {
        _leastWork = options.LeastSharedWork;
    }

    /// <summary>Makes a team and starts its workers.</summary>
    /// <param name="threads">The threads that compute, the caller included.</param>
    internal Team(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        _shares = new ChunkShare[threads];
        _processors = new TeamProcessors(threads);
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

    /// <summary>The threads that compute a pass, the caller included.</summary>
    /// <param name="work">Its work, as for <see cref="Enter"/>.</param>
    public int ThreadsFor(long work) => work < _leastWork ? 1 : Threads;

    /// <summary>The workers that block, using no processor.</summary>
    internal int Blocked => Volatile.Read(ref _blocked);

    /// <summary>Begins a forward pass: the workers wake up, where it takes longer than that.</summary>
    /// <param name="work">The multiply-adds of the pass, and for what is bound by memory those that take as long.</param>
    /// <returns>This team if the work is worth it and nobody else leads it, else <see cref="Alone"/>. To be given to <see cref="Leave"/>.</returns>
    public Team Enter(long work = long.MaxValue)
    {
        if (Threads == 1)
        {
            return this;
        }

        Interlocked.Increment(ref _callers);
        if (ThreadsFor(work) == 1 || Interlocked.CompareExchange(ref _isLed, 1, 0) != 0)
        {
            return Alone;
        }

        // Before they wake up: a worker that wakes up behind the caller has to wait for his time slice to end.
        _processors.KeepOffCaller();
        Wake();
        return this;
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
    /// <param name="chunks">The number of chunks.</param>
    /// <param name="work">The work; a local variable of the caller, or of one of its callers.</param>
    public void Run<TWork>(int chunks, ref TWork work)
        where TWork : struct, IParallelWork, allows ref struct
    {
        if (Threads == 1 || chunks < 2)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                work.Run(chunk);
            }

            return;
        }

        _processors.Note(worker: 0);
        _run = &RunChunk<TWork>;
        _work = Unsafe.AsPointer(ref work);
        int before = Volatile.Read(ref _done.Value);
        for (int worker = Threads - 1; worker >= 0; worker--)
        {
            _shares[worker].Set((int)((long)chunks * worker / Threads), (int)((long)chunks * (worker + 1) / Threads));
        }

        // A full fence: either a worker about to block sees its chunks, or it is seen here and woken.
        Interlocked.MemoryBarrier();
        Wake();
        int others = chunks - RunChunks(worker: 0);
        for (int spins = 0; Volatile.Read(ref _done.Value) - before != others; spins++)
        {
            if (spins < SpinsForChunks)
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

    private void Wake()
    {
        // Not where other callers have the places of all who block.
        if (Volatile.Read(ref _blocked) >= Volatile.Read(ref _callers))
        {
            lock (_gate)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    private static void RunChunk<TWork>(void* work, int chunk)
        where TWork : struct, IParallelWork, allows ref struct => Unsafe.AsRef<TWork>(work).Run(chunk);

    private void Work(int worker)
    {
        _processors.Begin(worker);
        while (!_isDisposed)
        {
            _processors.Note(worker);
            int done = RunChunks(worker);
            if (done > 0)
            {
                Interlocked.Add(ref _done.Value, done);
            }

            if (done > 0 || Spin(worker))
            {
                continue;
            }

            lock (_gate)
            {
                _blocked++;
                _processors.Block(worker);
                Interlocked.MemoryBarrier();
                if (!_isDisposed && !HasWork(worker))
                {
                    Monitor.Wait(_gate);
                }

                _blocked--;
            }
        }

        _processors.End(worker);
    }

    /// <summary>Waits for chunks while a pass goes on; false when there were none for too long.</summary>
    private bool Spin(int worker)
    {
        for (int spins = 0; spins < SpinsForRegion && Volatile.Read(ref _isLed) != 0; spins++)
        {
            if (HasWork(worker))
            {
                return true;
            }

            Thread.SpinWait(1);
        }

        return false;
    }

    // Its own share alone: a look at another's takes that cache line from the one who works on it.
    private bool HasWork(int worker) => !_shares[worker].IsEmpty && HasPlace(worker);

    /// <summary>The caller has one; of the workers, those that no other caller displaces.</summary>
    private bool HasPlace(int worker) => worker == 0 || worker <= Threads - Volatile.Read(ref _callers);

    /// <summary>Runs the chunks of its own share, then of the others'; how many.</summary>
    /// <remarks>Where a chunk has been claimed the region cannot end before it is done, so what it runs is read after the claim.</remarks>
    private int RunChunks(int worker)
    {
        int done = 0;
        while (HasPlace(worker) && _shares[worker].TryTakeFirst(out int chunk))
        {
            _run(_work, chunk);
            done++;
        }

        // A worker without chunks of its own may be late: the region may be over.
        bool helps = done > 0 || worker == 0;
        for (int offset = 1; helps && offset < Threads; offset++)
        {
            int other = (worker + offset) % Threads;
            while (HasPlace(worker) && _shares[other].TryTakeLast(out int chunk))
            {
                _run(_work, chunk);
                done++;
            }
        }

        return done;
    }

    // Written by all workers: two cache lines of its own, for processors fetch lines in pairs.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Counter
    {
        [FieldOffset(128)]
        public int Value;
    }
}
