using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>One array of a file of packed weights.</summary>
/// <param name="Layout">A hash of the tensor's name, and of all that decides the order of its values.</param>
/// <param name="Offset">Where it begins in the file.</param>
/// <param name="Length">Its floats.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PackedEntry(ulong Layout, long Offset, long Length)
{
    /// <summary>The hash of a tensor as it came.</summary>
    public static ulong LayoutOf(string name)
    {
        StableHash hash = new();
        hash.Add(name);
        return hash.Value;
    }

    /// <summary>The hash of a tensor in another order.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="part">Which of the arrays that it became.</param>
    /// <param name="order">What decides the order, in 32-bit numbers.</param>
    public static ulong LayoutOf<T>(string name, int part, in T order)
        where T : unmanaged
    {
        StableHash hash = new();
        hash.Add(name);
        hash.Add(part);
        foreach (int number in MemoryMarshal.Cast<T, int>(new ReadOnlySpan<T>(in order)))
        {
            hash.Add(number);
        }

        return hash.Value;
    }
}
