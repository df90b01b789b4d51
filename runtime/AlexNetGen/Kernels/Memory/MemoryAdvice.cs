using System.Runtime.InteropServices;

namespace AlexNetGen.Kernels;

/// <summary>Tells Linux what memory is going to be used for. Elsewhere, and where the kernel does not listen, nothing changes.</summary>
internal static unsafe class MemoryAdvice
{
    // The values of sys/mman.h.
    private const int DoNotNeed = 4;
    private const int HugePages = 14;
    private const int PopulateRead = 22;
    private const int PopulateWrite = 23;

    // Of the C library that the process runs on anyway.
    private static readonly delegate* unmanaged<void*, nuint, int, int> MemoryAdvise = Find();

    /// <summary>
    /// Asks for pages of 2 MB: they are filled several times faster, above all in virtual machines, and read with fewer
    /// translations. What the memory holds is lost.
    /// </summary>
    /// <param name="start">Memory that is going to be written, on a large page.</param>
    /// <param name="bytes">Whole large pages.</param>
    public static void UseLargePages(void* start, nuint bytes)
    {
        // Where the garbage collector hands out memory again, its small pages are still there, and would stay.
        Give(start, bytes, DoNotNeed);
        Give(start, bytes, HugePages);
    }

    /// <summary>Enters all pages of a mapped file now, in one go, where each few would cost a fault on first use.</summary>
    /// <param name="start">Where the mapping begins.</param>
    /// <param name="bytes">Its length.</param>
    public static void EnterPages(void* start, nuint bytes) => Give(start, bytes, PopulateRead);

    /// <summary>Enters the pages of fresh memory that is going to be written as a whole, for the same reason.</summary>
    /// <param name="start">Where it begins, anywhere in a page.</param>
    /// <param name="bytes">Its length.</param>
    public static void EnterFreshPages(void* start, nuint bytes)
    {
        nuint page = (nuint)Environment.SystemPageSize, first = ((nuint)start + page - 1) / page * page, end = ((nuint)start + bytes) / page * page;
        if (first < end)
        {
            Give((void*)first, end - first, PopulateWrite);
        }
    }

    // What the kernel answers is of no interest: it is free not to follow.
    private static void Give(void* start, nuint bytes, int advice)
    {
        if (MemoryAdvise is not null)
        {
            _ = MemoryAdvise(start, bytes, advice);
        }
    }

    private static delegate* unmanaged<void*, nuint, int, int> Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "madvise", out nint address)
            ? (delegate* unmanaged<void*, nuint, int, int>)address
            : null;
}
