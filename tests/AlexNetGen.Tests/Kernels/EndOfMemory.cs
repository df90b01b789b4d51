using System.Runtime.InteropServices;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Floats that end where a page begins that nobody may touch: who reads past them ends the process.</summary>
internal sealed unsafe partial class EndOfMemory : IDisposable
{
    // PROT_READ | PROT_WRITE and MAP_PRIVATE | MAP_ANONYMOUS of Linux's sys/mman.h.
    private const int ReadWrite = 3;
    private const int Private = 0x22;

    private readonly nint _start;
    private readonly nuint _length;
    private readonly int _floats;

    /// <summary>Copies values there.</summary>
    public EndOfMemory(float[] values)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        nuint bytes = (nuint)values.Length * sizeof(float);
        _floats = values.Length;
        _length = ((bytes + page - 1) / page * page) + page;
        _start = Map(0, _length, ReadWrite, Private, -1, 0);
        Assert.NotEqual(-1, _start);
        Assert.Equal(0, Protect(_start + (nint)(_length - page), page, 0));
        values.CopyTo(Values);
    }

    /// <summary>The values.</summary>
    public Span<float> Values => new((float*)(_start + (nint)_length - Environment.SystemPageSize) - _floats, _floats);

    public void Dispose() => Assert.Equal(0, Unmap(_start, _length));

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
