using System.ComponentModel;
using AlexNetGen.Kernels;

namespace AlexNetGen.Execution;

/// <summary>
/// The workspaces of one network: arrays of one length, lent to forward passes that run at the same time. Called
/// by generated code. Lock-free; allocates when more passes run at once than ever before, up to the number of
/// processors, and no more after that.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class WorkspacePool
{
    private readonly float[]?[] _idle = new float[]?[Math.Max(4, Environment.ProcessorCount)];
    private readonly int _length;

    /// <summary>Makes an empty pool.</summary>
    /// <param name="length">The number of values of each workspace; may be 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public WorkspacePool(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _length = length;
    }

    /// <summary>Lends a workspace. Its content is what the last user left.</summary>
    public float[] Rent()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            if (Volatile.Read(ref _idle[i]) is not null && Interlocked.Exchange(ref _idle[i], null) is { } workspace)
            {
                return workspace;
            }
        }

        float[] fresh = AlignedArray.Allocate(_length, isZeroed: false);
        fixed (float* start = SpanOf(fresh))
        {
            MemoryAdvice.EnterFreshPages(start, (nuint)_length * sizeof(float));
        }

        return fresh;
    }

    /// <summary>The values of a workspace that was lent, beginning on a cache line, and from 2 MB on, on a large page.</summary>
    /// <param name="workspace">A workspace of this pool, which its user has.</param>
    public Span<float> SpanOf(float[] workspace) => AlignedArray.In(workspace, _length).Span;

    /// <summary>Takes a workspace back, once; one too many to keep is left to the garbage collector.</summary>
    /// <param name="workspace">A workspace of this pool, which its user must not touch any more.</param>
    /// <exception cref="ArgumentException">The array has another length than this pool's.</exception>
    public void Return(float[] workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int expected = AlignedArray.LengthAround(_length);
        if (workspace.Length != expected)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The workspaces of this pool have {expected} values; the one returned has {workspace.Length}."),
                nameof(workspace));
        }

        for (int i = 0; i < _idle.Length; i++)
        {
            if (Volatile.Read(ref _idle[i]) is null && Interlocked.CompareExchange(ref _idle[i], workspace, null) is null)
            {
                return;
            }
        }
    }

    /// <summary>Lets go of the workspaces not lent. The pool can still be used.</summary>
    public void Clear()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            Volatile.Write(ref _idle[i], null);
        }
    }
}
