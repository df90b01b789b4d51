using System.Runtime.InteropServices;
using AlexNetGen.Kernels;
using AlexNetGen.Tests.Networks;
using AlexNetGen.Tests.Operations;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

/// <summary>Files of packed weights that this program must not use.</summary>
public sealed class PackedFileTests : IDisposable
{
    private const int Version = 8, VectorFloats = 12, Stored = 16, Entries = 20, Tensors = 24, FileLength = 32, NameLength = 40;

    private readonly TemporaryFile _file = new();
    private readonly byte[] _bytes;

    public PackedFileTests()
    {
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1);
        network.SavePacked(_file.Path);
        _bytes = File.ReadAllBytes(_file.Path);
    }

    private static int FirstEntry => Marshal.SizeOf<PackedHeader>() + nameof(EveryKernel).Length;

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Arrays_begin_on_cache_lines()
    {
        foreach (PackedEntry entry in MemoryMarshal.Cast<byte, PackedEntry>(_bytes.AsSpan(FirstEntry, MemoryMarshal.Read<int>(_bytes.AsSpan(Entries)) * Marshal.SizeOf<PackedEntry>())))
        {
            Assert.Equal(0, entry.Offset % 64);
            Assert.InRange(entry.Offset, FirstEntry, _bytes.Length - (entry.Length * sizeof(float)));
        }
    }

    [Fact]
    public void Another_version_is_refused() =>
        Refused(() => Write(Version, PackedHeader.CurrentVersion + 1), $"in format {PackedHeader.CurrentVersion + 1}; this one reads format {PackedHeader.CurrentVersion}. Load the safetensors file and call SavePacked(path) again");

    [Fact]
    public void Another_processor_is_refused() =>
        Refused(() => Write(VectorFloats, 2u), $"was packed for processors with vectors of 64 bits; this one computes EveryKernel with {32 * (int)VectorWidths.Widest}. Load the safetensors file");

    [Fact]
    public void Another_way_to_store_is_refused()
    {
        Refused(() => { }, "holds the weights of fully connected layers as Float32; the options ask for Int8. Load it with FullyConnectedWeights = StoredWeights.Float32", new LoadOptions { FullyConnectedWeights = StoredWeights.Int8 });
        Refused(() => Write(Stored, 1u), "as BFloat16; the options ask for Float32");
    }

    [Fact]
    public void Another_network_is_refused()
    {
        WeightsException exception = Assert.Throws<WeightsException>(() => SeveralOutputs.Load(_file.Path));
        Assert.Contains("was packed for the network 'EveryKernel', and 'SeveralOutputs' is to be loaded", exception.Message, StringComparison.Ordinal);
        Refused(() => Write(Tensors, 0ul), "was packed for another declaration of EveryKernel, whose tensors have other names or shapes");
    }

    [Fact]
    public void Another_plan_is_refused()
    {
        Refused(() => Write(FirstEntry, 0ul), "was packed for another plan: this program computes with 'Conv1.weight' in another way");
        Refused(() => Write(FirstEntry + 16, 1ul), "was packed for another plan");
        Refused(() => Write(Entries, 1u), "was packed for another plan");
    }

    [Fact]
    public void A_file_of_another_length_is_refused()
    {
        Refused(() => Cut(_bytes.Length - 1), $"its header promises {_bytes.Length} bytes, and there are {_bytes.Length - 1}; it is cut off");
        Refused(() => Cut(Marshal.SizeOf<PackedHeader>()), "it is cut off");
        Refused(() => Cut(20), "it has 20 bytes, fewer than");
        Refused(() => File.WriteAllBytes(_file.Path, [.. _bytes, 0]), $"its header promises {_bytes.Length} bytes, and there are {_bytes.Length + 1}.");
    }

    [Fact]
    public void A_damaged_header_is_refused()
    {
        Refused(() => Write(FirstEntry + 8, 1ul), "is not within");
        Refused(() => Write(FirstEntry + 8, ulong.MaxValue << 6), "is not within");
        Refused(() => Write(FirstEntry + 8, (ulong)_bytes.Length / 64 * 64), "is not within");
        Refused(() => Write(FirstEntry + 16, ulong.MaxValue), "is not within");
        Refused(() => Write(Entries, uint.MaxValue), "can hold");
        Refused(() => Write(NameLength, uint.MaxValue), "can hold");
        Refused(() => Write(FileLength, ulong.MaxValue), "promises");
    }

    [Fact]
    public void What_cannot_be_mapped_is_refused()
    {
        LoadOptions map = new() { Map = true };
        using EveryKernel network = EveryKernel.WithRandomWeights(seed: 1);
        network.Save(_file.Path);
        byte[] safetensors = File.ReadAllBytes(_file.Path);
        const string Expected = "cannot be mapped: only a file that SavePacked wrote can";
        Assert.Contains(Expected, Assert.Throws<WeightsException>(() => EveryKernel.Load(_file.Path, map)).Message, StringComparison.Ordinal);
        Assert.Contains(Expected, Assert.Throws<WeightsException>(() => EveryKernel.Load(safetensors, map)).Message, StringComparison.Ordinal);
        Assert.Contains(Expected, Assert.Throws<WeightsException>(() => EveryKernel.Load(new MemoryStream(safetensors), map)).Message, StringComparison.Ordinal);
        Assert.Contains("must be loaded by its path", Assert.Throws<WeightsException>(() => EveryKernel.Load(_bytes)).Message, StringComparison.Ordinal);
    }

    /// <summary>Damages the file, and expects the message whether it is read or mapped; nothing stays mapped.</summary>
    private void Refused(Action damage, string message, LoadOptions? options = null)
    {
        damage();
        foreach (bool map in new[] { false, true })
        {
            WeightsException exception = Assert.Throws<WeightsException>(() => EveryKernel.Load(_file.Path, new LoadOptions(options ?? LoadOptions.Default) { Map = map }));
            Assert.StartsWith($"The weights file '{_file.Path}' ", exception.Message, StringComparison.Ordinal);
            Assert.Contains(message, exception.Message, StringComparison.Ordinal);
            Assert.False(_file.IsMapped);
        }

        File.WriteAllBytes(_file.Path, _bytes);
    }

    private void Write<T>(int position, T value)
        where T : unmanaged
    {
        byte[] bytes = [.. _bytes];
        MemoryMarshal.Write(bytes.AsSpan(position), value);
        File.WriteAllBytes(_file.Path, bytes);
    }

    private void Cut(int length) => File.WriteAllBytes(_file.Path, _bytes[..length]);
}
