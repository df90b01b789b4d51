using System.IO.Pipes;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class WeightsReaderTests
{
    [Fact]
    public void A_file_a_stream_and_bytes_hold_the_same()
    {
        byte[] bytes = SafetensorsBytes.SmallFile();
        string path = SafetensorsBytes.TemporaryPath();
        File.WriteAllBytes(path, bytes);
        try
        {
            using WeightsReader opened = WeightsReader.Open(path, SafetensorsBytes.Small, LoadOptions.Default);
            using TricklingStream stream = new(bytes);
            using WeightsReader streamed = WeightsReader.Read(stream, SafetensorsBytes.Small, LoadOptions.Default);
            using WeightsReader copied = WeightsReader.Copy(bytes, SafetensorsBytes.Small, LoadOptions.Default);
            Array.Clear(bytes);
            Assert.False(stream.IsDisposed);
            foreach (WeightsReader reader in new[] { opened, streamed, copied })
            {
                Assert.Equal([1, 2, 3, 4, 5, 6], reader.Read("fc.weight"));
                Assert.Equal([-7, 8], reader.Read("fc.bias"));
                Assert.NotSame(reader.Read("fc.bias"), reader.Read("fc.bias"));
                Assert.Throws<ArgumentException>(() => reader.Read("fc.gamma"));
                reader.Dispose();
                Assert.Throws<ObjectDisposedException>(() => reader.Read("fc.bias"));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Tensors_of_several_segments_are_put_together()
    {
        float[] values = [.. Enumerable.Range(0, 700_000).Select(i => (float)i)];
        NetworkDescription network = SafetensorsBytes.Network(new("a", [3], 1), new("b", [700_000], 1));
        byte[] bytes = SafetensorsBytes.File(
            """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"b":{"dtype":"F32","shape":[700000],"data_offsets":[12,2800012]}}""",
            SafetensorsBytes.Floats([7, 8, 9, .. values]));
        using WeightsReader streamed = WeightsReader.Read(new TricklingStream(bytes, 70_001), network, LoadOptions.Default);
        using WeightsReader copied = WeightsReader.Copy(bytes, network, LoadOptions.Default);
        Assert.Equal([7, 8, 9], streamed.Read("a"));
        Assert.True(values.AsSpan().SequenceEqual(streamed.Read("b")));
        Assert.True(values.AsSpan().SequenceEqual(copied.Read("b")));
    }

    [Fact]
    public void Scalars_empty_tensors_padding_metadata_and_unknown_properties_are_legal()
    {
        const string header = """
            {"__metadata__":{"format":"pt","note":"\u00e9"},
            "empty":{"dtype":"F32","shape":[0,5],"data_offsets":[4,4],"later":[{"x":1}]},
            "scalar":{"data_offsets":[0,4],"shape":[],"dtype":"F32"},
            "last":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
            """ + "   ";
        NetworkDescription network = SafetensorsBytes.Network(new("scalar", [], 1), new("empty", [0, 5], 1), new("last", [1], 1));
        using WeightsReader reader = WeightsReader.Copy(
            SafetensorsBytes.File(header, SafetensorsBytes.Floats(3, 4)), network, LoadOptions.Default);
        Assert.Equal([3], reader.Read("scalar"));
        Assert.Empty(reader.Read("empty"));
        Assert.Equal([4], reader.Read("last"));
    }

    [Fact]
    public void A_file_that_shrinks_meanwhile_is_a_WeightsException()
    {
        string path = SafetensorsBytes.TemporaryPath();
        byte[] bytes = SafetensorsBytes.SmallFile();
        File.WriteAllBytes(path, bytes);
        try
        {
            // On Windows the file is locked against it.
            using WeightsReader reader = WeightsReader.Open(path, SafetensorsBytes.Small, LoadOptions.Default);
            if (OperatingSystem.IsLinux())
            {
                Truncate(path, bytes.Length - 1);
                Assert.Equal(6, reader.Read("fc.weight").Length);
                WeightsException exception = Assert.Throws<WeightsException>(() => reader.Read("fc.bias"));
                Assert.Contains("shorter since it was opened", exception.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Errors_of_the_file_system_pass_unchanged()
    {
        Assert.Throws<FileNotFoundException>(
            () => WeightsReader.Open(SafetensorsBytes.TemporaryPath(), SafetensorsBytes.Small, LoadOptions.Default));
        Assert.Throws<DirectoryNotFoundException>(
            () => WeightsReader.Open("/no/such/directory/w.safetensors", SafetensorsBytes.Small, LoadOptions.Default));
        Assert.Throws<UnauthorizedAccessException>(
            () => WeightsReader.Open(Path.GetTempPath(), SafetensorsBytes.Small, LoadOptions.Default));
    }

    [Fact]
    public void A_pipe_is_read_as_a_stream()
    {
        if (OperatingSystem.IsLinux())
        {
            using AnonymousPipeServerStream pipe = new(PipeDirection.Out, HandleInheritability.Inheritable);
            pipe.Write(SafetensorsBytes.SmallFile());
            using WeightsReader reader = OpenAndClose(pipe);
            Assert.Equal([-7, 8], reader.Read("fc.bias"));
        }

        static WeightsReader OpenAndClose(AnonymousPipeServerStream pipe)
        {
            // The end of the pipe is read once no writer is left.
            string path = $"/dev/fd/{pipe.GetClientHandleAsString()}";
            Task<WeightsReader> opening = Task.Run(() => WeightsReader.Open(path, SafetensorsBytes.Small, LoadOptions.Default));
            Thread.Sleep(200);
            pipe.SafePipeHandle.Dispose();
            return opening.GetAwaiter().GetResult();
        }
    }

    [Fact]
    public void A_refused_file_is_closed_and_named()
    {
        string path = SafetensorsBytes.TemporaryPath();
        File.WriteAllBytes(path, [1, 2, 3]);
        WeightsException exception = Assert.Throws<WeightsException>(
            () => WeightsReader.Open(path, SafetensorsBytes.Small, LoadOptions.Default));
        Assert.Contains($"'{path}'", exception.Message, StringComparison.Ordinal);
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        File.Delete(path);
    }

    [Fact]
    public void Threads_may_read_at_once()
    {
        string path = SafetensorsBytes.TemporaryPath();
        File.WriteAllBytes(path, SafetensorsBytes.SmallFile());
        using (WeightsReader reader = WeightsReader.Open(path, SafetensorsBytes.Small, LoadOptions.Default))
        {
            Parallel.For(0, 1_000, _ => Assert.Equal([-7, 8], reader.Read("fc.bias")));
        }

        File.Delete(path);
    }

    [Fact]
    public void A_file_of_the_size_of_its_first_tensor_takes_little_more_memory_than_that()
    {
        const int count = 1 << 20;
        string path = SafetensorsBytes.TemporaryPath();
        NetworkDescription network = SafetensorsBytes.Network(new TensorDescription("a", [count], 1));
        File.WriteAllBytes(path, SafetensorsBytes.File(
            """{"a":{"dtype":"F16","shape":[1048576],"data_offsets":[0,2097152]}}""", new byte[2 * count]));
        using (WeightsReader reader = WeightsReader.Open(path, network, LoadOptions.Default))
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            reader.Read("a");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 4 * count, (4 * count) + (1 << 18));
        }

        File.Delete(path);
    }

    private static void Truncate(string path, long length)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }
}
