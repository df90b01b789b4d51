using System.Numerics;
using System.Runtime.InteropServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Places in scratch memory, one for each thread that computes at the moment. The lowest free one is taken, so that a
/// single thread stays in one place, and in its cache.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct ScratchPlaces
{
    // All threads write it: not beside what they read.
    [FieldOffset(128)]
    private long _free;

    /// <summary>All places are free.</summary>
    /// <param name="count">1 to 63.</param>
    public ScratchPlaces(int count) => _free = (1L << count) - 1;

    /// <summary>Takes a place; waits while there is none.</summary>
    public int Take()
    {
        while (true)
        {
            long free = Volatile.Read(ref _free);
            if (free == 0)
            {
                Thread.Yield();
            }
            else if (Interlocked.CompareExchange(ref _free, free & (free - 1), free) == free)
            {
                return BitOperations.TrailingZeroCount(free);
            }
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Return(int place) => Interlocked.Or(ref _free, 1L << place);
}
