using System.Runtime.InteropServices;

namespace AlexNetGen.Execution;

/// <summary>
/// The chunks of one thread that nobody has claimed: the thread takes them from the front, the others from the back. It
/// fills two cache lines, for processors fetch lines in pairs.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct ChunkShare
{
    // The first below, the end above.
    [FieldOffset(128)]
    private long _chunks;

    /// <summary>Whether there is none.</summary>
    public readonly bool IsEmpty => HasNone(Volatile.Read(in _chunks));

    /// <summary>Begins anew; called while there is none.</summary>
    /// <param name="first">The first chunk.</param>
    /// <param name="end">The one after the last.</param>
    public void Set(int first, int end) => Volatile.Write(ref _chunks, (uint)first | ((long)end << 32));

    /// <summary>Claims the first chunk; false where there is none.</summary>
    public bool TryTakeFirst(out int chunk)
    {
        long seen = Volatile.Read(ref _chunks);
        while (!HasNone(seen))
        {
            long found = Interlocked.CompareExchange(ref _chunks, seen + 1, seen);
            if (found == seen)
            {
                chunk = (int)seen;
                return true;
            }

            seen = found;
        }

        chunk = 0;
        return false;
    }

    /// <summary>Claims the last chunk; false where there is none.</summary>
    public bool TryTakeLast(out int chunk)
    {
        long seen = Volatile.Read(ref _chunks);
        while (!HasNone(seen))
        {
            long found = Interlocked.CompareExchange(ref _chunks, seen - (1L << 32), seen);
            if (found == seen)
            {
                chunk = (int)(seen >> 32) - 1;
                return true;
            }

            seen = found;
        }

        chunk = 0;
        return false;
    }

    private static bool HasNone(long chunks) => (int)chunks >= (int)(chunks >> 32);
}
