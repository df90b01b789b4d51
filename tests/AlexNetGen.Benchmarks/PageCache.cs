using System.Runtime.InteropServices;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// Brings a file into Linux's page cache by reading. What a program has just written lies there in pages of 4 KB, what
/// is read in large ones, which are several times cheaper to map; a program that starts finds files that were read.
/// </summary>
internal static partial class PageCache
{
    private const int DontNeed = 4; // POSIX_FADV_DONTNEED of fcntl.h

    /// <summary>Writes a file's pages to the disk, forgets them, and reads the file.</summary>
    public static void Read(string path)
    {
        using (FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
            if (OperatingSystem.IsLinux())
            {
                _ = Advise((int)file.SafeFileHandle.DangerousGetHandle(), 0, 0, DontNeed);
            }
        }

        using FileStream again = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        byte[] buffer = new byte[1 << 20];
        while (again.Read(buffer) > 0)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(int file, nint offset, nint length, int advice);
}
