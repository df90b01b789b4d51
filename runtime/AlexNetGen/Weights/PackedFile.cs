using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;
using AlexNetGen.Kernels;
using static System.FormattableString;

namespace AlexNetGen.Weights;

/// <summary>
/// A file of packed weights, read or mapped. All that the header says is checked before; each array is checked when it is
/// taken, in the order of the file.
/// </summary>
internal sealed unsafe class PackedFile : IDisposable
{
    private const int ChunkFloats = 1 << 20;
    private const string PackAgain = "Load the safetensors file and call SavePacked(path) again, in this program and on this processor.";

    private readonly WeightsOrigin _origin;
    private readonly PackedEntry[] _entries;
    private AlignedArray _values;
    private SafeHandle? _mapping;
    private int _next;

    private PackedFile(WeightsOrigin origin, PackedEntry[] entries)
    {
        _origin = origin;
        _entries = entries;
    }

    /// <summary>Whether a file with these first bytes is one of packed weights.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> prefix) => MemoryMarshal.TryRead(prefix, out ulong magic) && magic == PackedHeader.Signature;

    /// <summary>Checks a file and reads or maps it; it may be closed after that.</summary>
    /// <exception cref="WeightsException">It is not whole, or was packed for another network, plan or processor.</exception>
    public static PackedFile Open(FileStream file, WeightsOrigin origin, NetworkDescription network, LoadOptions options)
    {
        PackedHeader header = default;
        Span<byte> bytes = MemoryMarshal.AsBytes(new Span<PackedHeader>(ref header));
        int read = FileBytes.Fill(file, 0, bytes);
        Check(header, read < bytes.Length ? read : file.Length, origin, network, options);

        byte[] name = new byte[header.NameLength];
        PackedEntry[] entries = new PackedEntry[header.Entries];
        FileBytes.Fill(file, bytes.Length, name);
        FileBytes.Fill(file, bytes.Length + name.Length, MemoryMarshal.AsBytes(entries.AsSpan()));
        CheckNetwork(header, Encoding.UTF8.GetString(name), origin, network);
        foreach (PackedEntry entry in entries)
        {
            if (entry.Offset % PackedHeader.Alignment != 0 || entry.Offset < 0 || entry.Length < 0 || entry.Length > (header.FileLength - entry.Offset) / sizeof(float))
            {
                throw Damaged(origin, Invariant($"an array of {entry.Length} values at byte {entry.Offset} is not within its {header.FileLength} bytes"));
            }
        }

        PackedFile packed = new(origin, entries);
        if (options.Map)
        {
            packed.Map(file, header.FileLength);
            new ReadingProgress(options.Progress, total: 1).Add(1);
        }
        else
        {
            packed.Read(file, header.FileLength, options);
        }

        return packed;
    }

    /// <summary>The next array, where it lies.</summary>
    /// <param name="name">The tensor that it was made of.</param>
    /// <param name="layout">The <see cref="PackedEntry.Layout"/> that it must have.</param>
    /// <param name="length">The floats that it must have.</param>
    /// <exception cref="WeightsException">It is another.</exception>
    public AlignedArray Take(string name, ulong layout, int length)
    {
        if (_next >= _entries.Length || _entries[_next].Layout != layout || _entries[_next].Length != length)
        {
            throw new WeightsException(
                $"{_origin.Text} was packed for another plan: this program computes with {TensorName.Quote(name)} in another way than the one that packed it. {PackAgain}");
        }

        return _values.Slice((int)(_entries[_next++].Offset / sizeof(float)), length);
    }

    /// <summary>A copy of the next array, which must be a tensor as it came.</summary>
    /// <exception cref="WeightsException">It is another.</exception>
    public float[] Read(string name) =>
        Take(name, PackedEntry.LayoutOf(name), _next < _entries.Length ? (int)_entries[_next].Length : 0).Span.ToArray();

    /// <summary>What keeps the file mapped, for the caller to close; null where it was read.</summary>
    public SafeHandle? TakeMapping()
    {
        SafeHandle? mapping = _mapping;
        _mapping = null;
        return mapping;
    }

    /// <summary>Closes the mapping, unless it was taken.</summary>
    public void Dispose() => _mapping?.Dispose();

    private static void Check(in PackedHeader header, long length, WeightsOrigin origin, NetworkDescription network, LoadOptions options)
    {
        int headerLength = Marshal.SizeOf<PackedHeader>();
        if (length < headerLength)
        {
            throw Damaged(origin, Invariant($"it has {length} bytes, fewer than the {headerLength} of a header"));
        }

        if (header.Version != PackedHeader.CurrentVersion)
        {
            throw new WeightsException(Invariant($"{origin.Text} was packed by another version of AlexNetGen, in format {header.Version}; this one reads format {PackedHeader.CurrentVersion}. {PackAgain}"));
        }

        if (header.FileLength != length)
        {
            throw Damaged(origin, Invariant($"its header promises {header.FileLength} bytes, and there are {length}{(length < header.FileLength ? "; it is cut off" : string.Empty)}"));
        }

        if (length / sizeof(float) > Array.MaxLength || headerLength + (long)header.NameLength + (header.Entries * (long)Marshal.SizeOf<PackedEntry>()) > length)
        {
            throw Damaged(origin, Invariant($"its header promises {header.Entries} arrays, more than its {length} bytes can hold"));
        }

        if (header.VectorFloats != (uint)VectorWidths.Widest)
        {
            throw new WeightsException(Invariant($"{origin.Text} was packed for processors with vectors of {32 * header.VectorFloats} bits; this one computes {network.Name} with {32 * (int)VectorWidths.Widest}. {PackAgain}"));
        }

        if (header.Stored != PackedHeader.NothingStored && header.Stored != (uint)options.FullyConnectedWeights)
        {
            throw new WeightsException($"{origin.Text} holds the weights of fully connected layers as {(StoredWeights)header.Stored}; the options ask for {options.FullyConnectedWeights}. Load it with FullyConnectedWeights = StoredWeights.{(StoredWeights)header.Stored}, or pack the weights again as {options.FullyConnectedWeights}.");
        }
    }

    private static void CheckNetwork(in PackedHeader header, string name, WeightsOrigin origin, NetworkDescription network)
    {
        if (name != network.Name)
        {
            throw new WeightsException($"{origin.Text} was packed for the network {TensorName.Quote(name)}, and {TensorName.Quote(network.Name)} is to be loaded. Give the file of {network.Name}, or load {name}.");
        }

        if (header.Tensors != PackedHeader.HashOf(network))
        {
            throw new WeightsException($"{origin.Text} was packed for another declaration of {network.Name}, whose tensors have other names or shapes. {PackAgain}");
        }
    }

    private static WeightsException Damaged(WeightsOrigin origin, string problem) =>
        new($"{origin.Text} cannot be read as packed weights: {problem}. Copy it again, or load the safetensors file and call SavePacked(path) again.");

    private void Map(FileStream file, long length)
    {
        using MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _mapping = mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
        float* values = (float*)_mapping.DangerousGetHandle();
        MemoryAdvice.EnterPages(values, (nuint)length);
        _values = AlignedArray.Over(values, (int)(length / sizeof(float)));
    }

    private void Read(FileStream file, long length, LoadOptions options)
    {
        int total = (int)(length / sizeof(float));
        _values = new AlignedArray(total, isZeroed: false);
        ReadingProgress progress = new(options.Progress, total);
        ParallelOptions two = new() { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) };
        bool isWhole = true;
        Parallel.For(0, (total + ChunkFloats - 1) / ChunkFloats, two, chunk =>
        {
            int first = chunk * ChunkFloats;
            Span<byte> bytes = MemoryMarshal.AsBytes(_values.Span.Slice(first, Math.Min(ChunkFloats, total - first)));
            if (FileBytes.Fill(file, (long)first * sizeof(float), bytes) < bytes.Length)
            {
                isWhole = false;
            }

            progress.Add(bytes.Length / sizeof(float));
        });
        if (!isWhole)
        {
            throw Damaged(_origin, "it has become shorter since it was opened");
        }
    }
}
