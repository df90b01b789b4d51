using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>
/// The weights of a network in the safetensors format, or packed; called by generated code. Opening checks the format, then
/// the name, shape and type of every tensor against the network's, and reports all that is wrong at once; no
/// tensor is read before. F32, F16 and BF16 are read, and widened exactly. May be used from many threads at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeightsReader : ITensorSource, IArenaSource, IDisposable
{
    private const int ChunkValues = 1 << 16;

    private readonly IReadOnlyDictionary<string, FileTensor> _tensors;
    private readonly WeightsBytes _data;
    private readonly ReadingProgress _progress;
    private volatile bool _disposed;

    private WeightsReader(IReadOnlyDictionary<string, FileTensor> tensors, WeightsBytes data, NetworkDescription network, LoadOptions options)
    {
        _tensors = tensors;
        _data = data;
        long total = network.Tensors.Sum(tensor => (long)tensor.Shape.Length);
        Arena = new WeightsArena(total);
        _progress = new ReadingProgress(options.Progress, total);
    }

    private WeightsReader(PackedFile packed)
    {
        Packed = packed;
        Arena = new WeightsArena(total: 0);
        _tensors = new Dictionary<string, FileTensor>();
        _data = MemoryBytes.Copy([]);
        _progress = new ReadingProgress(progress: null, total: 0);
    }

    /// <summary>The file, where it holds packed weights; they are taken from it in the order in which they were added.</summary>
    internal PackedFile? Packed { get; }

    /// <summary>Where the weights of the network go.</summary>
    internal WeightsArena Arena { get; }

    /// <inheritdoc/>
    WeightsArena IArenaSource.Arena => Arena;

    /// <summary>
    /// Opens a file of safetensors, whose tensors are read from it when they are asked for, or of packed weights, which is
    /// read at once, or mapped.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="network">The network whose tensors it must hold.</param>
    /// <param name="options">What may differ.</param>
    /// <exception cref="WeightsException">
    /// The file is not safetensors, or its tensors are not those of the network; all that is wrong is listed. Or it was
    /// packed for another network, plan or processor.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WeightsReader Open(string path, NetworkDescription network, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        WeightsOrigin origin = WeightsOrigin.File(path);
        FileStream file = new(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.RandomAccess);
        try
        {
            if (!file.CanSeek)
            {
                using (file)
                {
                    return ReadStream(file, origin, network, options);
                }
            }

            long length = file.Length;
            Span<byte> prefix = stackalloc byte[SafetensorsLayout.PrefixLength];
            prefix = prefix[..FileBytes.Fill(file, 0, prefix)];
            if (PackedFile.IsPacked(prefix))
            {
                using (file)
                {
                    return new WeightsReader(PackedFile.Open(file, origin, network, options));
                }
            }

            CheckMap(options, origin);
            int headerLength = SafetensorsLayout.ReadHeaderLength(prefix, origin);
            long available = Math.Max(0, length - SafetensorsLayout.PrefixLength);
            if (headerLength > available)
            {
                throw SafetensorsLayout.HeaderEndsEarly(headerLength, available, origin);
            }

            byte[] header = new byte[headerLength];
            int read = FileBytes.Fill(file, SafetensorsLayout.PrefixLength, header);
            if (read < headerLength)
            {
                throw SafetensorsLayout.HeaderEndsEarly(headerLength, read, origin);
            }

            OrderedDictionary<string, FileTensor> tensors = SafetensorsHeader.Parse(header, origin);
            SafetensorsLayout.CheckDataLength(
                SafetensorsLayout.MeasureData(tensors.Values, origin), available - headerLength, origin);
            TensorComparison.Check(tensors, network, options, origin);
            return new WeightsReader(tensors, new FileBytes(file, SafetensorsLayout.PrefixLength + headerLength, origin), network, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a stream from its position to its end; what it holds is kept in memory.</summary>
    /// <param name="stream">The stream; it need not seek and is not closed.</param>
    /// <param name="network">The network whose tensors it must hold.</param>
    /// <param name="options">What may differ.</param>
    /// <exception cref="WeightsException">
    /// The stream is not safetensors, or its tensors are not those of the network; all that is wrong is listed.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static WeightsReader Read(Stream stream, NetworkDescription network, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        return ReadStream(stream, WeightsOrigin.Stream, network, options);
    }

    /// <summary>Copies weights from memory.</summary>
    /// <param name="bytes">The bytes of a whole file.</param>
    /// <param name="network">The network whose tensors they must hold.</param>
    /// <param name="options">What may differ.</param>
    /// <exception cref="WeightsException">
    /// The bytes are not safetensors, or the tensors are not those of the network; all that is wrong is listed.
    /// </exception>
    public static WeightsReader Copy(ReadOnlySpan<byte> bytes, NetworkDescription network, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        WeightsOrigin origin = WeightsOrigin.Bytes;
        CheckMap(options, origin);
        int headerLength = SafetensorsLayout.ReadHeaderLength(
            bytes[..Math.Min(bytes.Length, SafetensorsLayout.PrefixLength)], origin);
        bytes = bytes[SafetensorsLayout.PrefixLength..];
        if (headerLength > bytes.Length)
        {
            throw SafetensorsLayout.HeaderEndsEarly(headerLength, bytes.Length, origin);
        }

        OrderedDictionary<string, FileTensor> tensors = SafetensorsHeader.Parse(bytes[..headerLength], origin);
        bytes = bytes[headerLength..];
        SafetensorsLayout.CheckDataLength(SafetensorsLayout.MeasureData(tensors.Values, origin), bytes.Length, origin);
        TensorComparison.Check(tensors, network, options, origin);
        return new WeightsReader(tensors, MemoryBytes.Copy(bytes), network, options);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such tensor.</exception>
    /// <exception cref="WeightsException">The file has become shorter, or the tensor's type is none that is read.</exception>
    /// <exception cref="ObjectDisposedException">The reader is disposed.</exception>
    public float[] Read(string name)
    {
        if (Packed is not null)
        {
            return Packed.Read(name);
        }

        FileTensor tensor = Find(name);
        float[] values = GC.AllocateUninitializedArray<float>(checked((int)((tensor.End - tensor.Begin) / (tensor.Type.Bits / 8))));
        Read(tensor, position: 0, values);
        return values;
    }

    /// <summary>Reads a part of a tensor, which must hold as much. May be called from several threads at once.</summary>
    internal void Read(string name, long position, Span<float> destination) => Read(Find(name), position, destination);

    /// <summary>Closes the file, or lets go of the memory; a mapping stays with the network that took it.</summary>
    public void Dispose()
    {
        _disposed = true;
        _data.Dispose();
        Packed?.Dispose();
    }

    private FileTensor Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_tensors.TryGetValue(name, out FileTensor? tensor))
        {
            throw new ArgumentException($"There is no tensor {TensorName.Quote(name)} among the weights.", nameof(name));
        }

        return tensor.Type.IsAccepted ? tensor : throw new WeightsException(TensorComparison.WrongType(tensor));
    }

    private void Read(FileTensor tensor, long position, Span<float> values)
    {
        int size = tensor.Type.Bits / 8;
        byte[] buffer = size == sizeof(float) ? [] : ArrayPool<byte>.Shared.Rent(ChunkValues * size);
        for (int done = 0; done < values.Length; done += ChunkValues)
        {
            Span<float> destination = values.Slice(done, Math.Min(ChunkValues, values.Length - done));
            Span<byte> bytes = MemoryMarshal.AsBytes(destination);
            Span<byte> source = size == sizeof(float) ? bytes : buffer.AsSpan(0, destination.Length * size);
            _data.Read(tensor.Begin + ((position + done) * size), source);
            if (size == sizeof(float))
            {
                ElementWidening.ToLittleEndian(destination);
            }
            else
            {
                ElementWidening.Widen(tensor.Type, source, destination);
            }

            _progress.Add(destination.Length);
        }

        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void CheckMap(LoadOptions options, WeightsOrigin origin)
    {
        if (options.Map)
        {
            throw new WeightsException(
                $"{origin.Text} cannot be mapped: only a file that SavePacked wrote can. Load it without Map = true, call SavePacked(path) on the network, and map that file.");
        }
    }

    private static WeightsReader ReadStream(Stream stream, WeightsOrigin origin, NetworkDescription network, LoadOptions options)
    {
        CheckMap(options, origin);
        Span<byte> prefix = stackalloc byte[SafetensorsLayout.PrefixLength];
        int read = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        int headerLength = SafetensorsLayout.ReadHeaderLength(prefix[..read], origin);
        OrderedDictionary<string, FileTensor> tensors = SafetensorsHeader.Parse(ReadHeader(stream, headerLength, origin), origin);
        long length = SafetensorsLayout.MeasureData(tensors.Values, origin);
        TensorComparison.Check(tensors, network, options, origin);
        return new WeightsReader(tensors, MemoryBytes.Read(stream, length, origin), network, options);
    }

    /// <summary>Reads the header into an array that grows as bytes arrive, whatever length is claimed.</summary>
    private static byte[] ReadHeader(Stream stream, int length, WeightsOrigin origin)
    {
        byte[] header = new byte[Math.Min(length, 1 << 14)];
        int total = 0;
        while (true)
        {
            total += stream.ReadAtLeast(header.AsSpan(total), header.Length - total, throwOnEndOfStream: false);
            if (total < header.Length)
            {
                throw SafetensorsLayout.HeaderEndsEarly(length, total, origin);
            }

            if (total == length)
            {
                return header;
            }

            Array.Resize(ref header, (int)Math.Min(length, 2L * total));
        }
    }
}
