using System.Runtime.InteropServices;

namespace AlexNetGen.Execution;

/// <summary>
/// The processor that a thread runs on. Linux often wakes a thread on the processor of the one who woke it, and takes
/// milliseconds to part them, while a whole forward pass takes less. Elsewhere, and where the C library does not offer
/// it, nothing is known and nothing moves.
/// </summary>
internal static unsafe class Processor
{
    /// <summary>What <see cref="Current"/> is where it is not known, and for a thread that does not run.</summary>
    public const int None = -1;

    // A set of processors as sched.h has it: one bit each, of up to 1,024.
    private const int SetWords = 16;
    private const int SetBytes = SetWords * sizeof(ulong);

    private static readonly delegate* unmanaged[SuppressGCTransition]<int> GetProcessor =
        (delegate* unmanaged[SuppressGCTransition]<int>)Find("sched_getcpu");

    private static readonly delegate* unmanaged<int> GetThread = (delegate* unmanaged<int>)Find("gettid");

    private static readonly delegate* unmanaged<int, nuint, ulong*, int> GetAffinity =
        (delegate* unmanaged<int, nuint, ulong*, int>)Find("sched_getaffinity");

    private static readonly delegate* unmanaged<int, nuint, ulong*, int> SetAffinity =
        (delegate* unmanaged<int, nuint, ulong*, int>)Find("sched_setaffinity");

    /// <summary>The processor that the calling thread runs on at the moment; a few nanoseconds.</summary>
    public static int Current => GetProcessor is null ? None : GetProcessor();

    /// <summary>The number by which the system knows the calling thread; 0 where it does not tell, or does not number them.</summary>
    public static int CurrentThread => GetThread is null ? 0 : GetThread();

    /// <summary>
    /// Keeps a thread away from some processors, if any other is left to it of those that the process may use.
    /// </summary>
    /// <param name="thread">Its <see cref="CurrentThread"/>; nothing happens for 0.</param>
    /// <param name="taken">The processors to avoid; <see cref="None"/> counts as none.</param>
    public static void Avoid(int thread, ReadOnlySpan<int> taken)
    {
        // Of the process, not of the thread: what it avoided before may be free by now.
        ulong* free = stackalloc ulong[SetWords];
        if (thread == 0 || GetAffinity is null || SetAffinity is null || GetAffinity(Environment.ProcessId, SetBytes, free) < 0)
        {
            return;
        }

        foreach (int processor in taken)
        {
            if ((uint)processor < SetWords * 64)
            {
                free[processor / 64] &= ~(1UL << (processor % 64));
            }
        }

        // Where none is free this fails, and nothing changes.
        _ = SetAffinity(thread, SetBytes, free);
    }

    private static nint Find(string function) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), function, out nint address)
            ? address
            : 0;
}
