using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// How far two processors are from each other: how long a cache line takes to another thread and back. About 100 ns where they share a
/// cache, several times as long where they do not. Virtual processors are moved about, so it holds for a moment.
/// </summary>
internal static class RoundTrip
{
    private const int Rounds = 20;
    private const int Trips = 500;

    // Where threads have to share one processor.
    private const int SpinsBeforeYield = 10_000;

    // Lines of their own: processors fetch them in pairs.
    private const int There = 64;
    private const int Back = 192;

    /// <summary>Nanoseconds, in the fastest of some rounds: at first both threads may be on one processor.</summary>
    public static double Nanoseconds()
    {
        int[] lines = new int[256];
        Thread other = new(() => Answer(lines));
        other.Start();
        double least = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            least = Math.Min(least, Ask(lines, round * Trips));
        }

        other.Join();
        return least / Trips;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Ask(int[] lines, int before)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int trip = before + 1; trip <= before + Trips; trip++)
        {
            Volatile.Write(ref lines[There], trip);
            Await(ref lines[Back], trip);
        }

        return Stopwatch.GetElapsedTime(begin).TotalNanoseconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Answer(int[] lines)
    {
        for (int trip = 1; trip <= Rounds * Trips; trip++)
        {
            Await(ref lines[There], trip);
            Volatile.Write(ref lines[Back], trip);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Await(ref int line, int trip)
    {
        for (int spins = 0; Volatile.Read(ref line) != trip; spins++)
        {
            if (spins >= SpinsBeforeYield)
            {
                Thread.Yield();
            }
        }
    }
}
