using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using AlexNetGen.Kernels;

namespace AlexNetGen.Weights;

/// <summary>Writes a network's weights as they lie in memory, for <see cref="LoadOptions.Map"/>. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PackedWriter
{
    private const int ChunkFloats = 1 << 20;

    private readonly List<(ulong Layout, AlignedArray Values)> _arrays = [];

    private PackedWriter()
    {
    }

    /// <summary>How the weights of fully connected layers are stored; null where there are none.</summary>
    internal StoredWeights? Stored { get; set; }

    /// <summary>Writes a file, or replaces it, so that it is never half-written.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights.</param>
    /// <exception cref="IOException">The file cannot be written; what stood there before still does.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(string path, NetworkDescription network, IPackedWeights weights)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        PackedWriter writer = new();
        weights.AddTo(writer);
        FileReplacement.Write(path, file => writer.Write(file, network));
    }

    /// <summary>Takes a tensor as it came.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tensor">Its values.</param>
    public void Add(string name, float[] tensor)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(tensor);
        Add(PackedEntry.LayoutOf(name), AlignedArray.Of(tensor));
    }

    /// <summary>Takes an array in an order of a kernel's.</summary>
    /// <param name="layout">Its <see cref="PackedEntry.Layout"/>.</param>
    /// <param name="values">The array.</param>
    internal void Add(ulong layout, AlignedArray values) => _arrays.Add((layout, values));

    private void Write(FileStream file, NetworkDescription network)
    {
        byte[] name = Encoding.UTF8.GetBytes(network.Name);
        PackedEntry[] entries = new PackedEntry[_arrays.Count];
        long position = Aligned(Marshal.SizeOf<PackedHeader>() + name.Length + (entries.Length * (long)Marshal.SizeOf<PackedEntry>()));
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new PackedEntry(_arrays[i].Layout, position, _arrays[i].Values.Length);
            position = Aligned(position + ((long)_arrays[i].Values.Length * sizeof(float)));
        }

        PackedHeader header = new()
        {
            Magic = PackedHeader.Signature,
            Version = PackedHeader.CurrentVersion,
            VectorFloats = (uint)VectorWidths.Widest,
            Stored = Stored is { } stored ? (uint)stored : PackedHeader.NothingStored,
            Entries = (uint)entries.Length,
            Tensors = PackedHeader.HashOf(network),
            FileLength = position,
            NameLength = (uint)name.Length,
        };
        file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<PackedHeader>(in header)));
        file.Write(name);
        file.Write(MemoryMarshal.AsBytes(entries.AsSpan()));
        for (int i = 0; i < entries.Length; i++)
        {
            file.Position = entries[i].Offset;
            Span<float> values = _arrays[i].Values.Span;
            for (int done = 0; done < values.Length; done += ChunkFloats)
            {
                file.Write(MemoryMarshal.AsBytes(values.Slice(done, Math.Min(ChunkFloats, values.Length - done))));
            }
        }

        file.SetLength(position);
    }

    private static long Aligned(long position) => (position + PackedHeader.Alignment - 1) / PackedHeader.Alignment * PackedHeader.Alignment;
}
