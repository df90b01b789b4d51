using System.Buffers.Binary;
using System.Diagnostics;

namespace AlexNetGen.Imaging.Tests;

/// <summary>Whatever a file holds, it is a picture or an <see cref="ImageFormatException"/>, soon and without a large allocation.</summary>
public class HostileFileTests
{
    private static readonly string[] Jpegs = ["444.jpg", "420.jpg", "progressive-420.jpg", "grey.jpg", "grey-progressive.jpg", "restarts.jpg"];
    private static readonly string[] Pngs = ["rgb.png", "rgba.png", "grey-2-bit.png", "palette-4-bit.png", "palette-transparent.png", "rgb-interlaced.png"];

    public static TheoryData<string> Files => [.. Pngs, .. Jpegs];

    public static TheoryData<string> PngFiles => [.. Pngs];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_cut_short_anywhere_is_refused(string name)
    {
        byte[] file = Golden.File(name);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<ImageFormatException>(() => RgbImage.Decode(file.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("chelsea.png")]
    [InlineData("rocket.jpg")]
    public void A_photo_cut_short_is_refused(string photo)
    {
        byte[] file = File.ReadAllBytes(Golden.PhotoPath(photo));
        for (int length = 0; length < file.Length; length += 997)
        {
            Assert.Throws<ImageFormatException>(() => RgbImage.Decode(file.AsSpan(0, length)));
        }

        Assert.Throws<ImageFormatException>(() => RgbImage.Decode(file.AsSpan(0, file.Length - 1)));
    }

    [Theory]
    [MemberData(nameof(PngFiles))]
    public void Any_changed_byte_of_a_PNG_is_noticed(string name)
    {
        byte[] file = Golden.File(name);
        for (int i = 0; i < file.Length; i++)
        {
            byte[] changed = [.. file];
            changed[i] ^= (byte)(1 << (i % 8));
            Assert.Throws<ImageFormatException>(() => RgbImage.Decode(changed));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Changed_bytes_give_a_picture_or_the_one_exception(string name)
    {
        byte[] file = Golden.File(name);
        var random = new Random(1);
        for (int round = 0; round < 3000; round++)
        {
            byte[] changed = [.. file];
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                changed[random.Next(2, changed.Length)] = (byte)random.Next(256);
            }

            AssertPictureOrRefusal(name.EndsWith(".png", StringComparison.Ordinal) ? PngFile.WithChecksums(changed) : changed);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Bytes_taken_out_or_put_in_give_a_picture_or_the_one_exception(string name)
    {
        byte[] file = Golden.File(name);
        var random = new Random(2);
        for (int round = 0; round < 1000; round++)
        {
            int at = random.Next(2, file.Length);
            int length = random.Next(1, 9);
            var added = new byte[length];
            random.NextBytes(added);
            AssertPictureOrRefusal([.. file[..at], .. file[Math.Min(at + length, file.Length)..]]);
            AssertPictureOrRefusal([.. file[..at], .. added, .. file[at..]]);
        }
    }

    [Fact]
    public void What_a_damaged_JPEG_decodes_to_does_not_depend_on_what_memory_held()
    {
        var random = new Random(3);
        foreach (string name in Jpegs)
        {
            byte[] file = Golden.File(name);
            for (int round = 0; round < 500; round++)
            {
                byte[] changed = [.. file];
                changed[random.Next(2, changed.Length)] = (byte)random.Next(256);
                byte[]? first = PixelsOrNull(changed);
                if (first is not null)
                {
                    RgbImage.Decode(Golden.File("444.jpg"));    // leaves other pixels in the memory it frees
                    Assert.Equal(first, PixelsOrNull(changed));
                }
            }
        }
    }

    [Theory]
    [InlineData(0u, 1u)]
    [InlineData(1u, 0u)]
    [InlineData(65_536u, 1u)]
    [InlineData(1u, 65_536u)]
    [InlineData(65_535u, 65_535u)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(0x8000_0000u, 2u)]
    [InlineData(8_000u, 8_000u)]        // may be, but this file is too short for it
    public void A_PNG_that_declares_another_size_is_refused_without_allocating_for_it(uint width, uint height)
    {
        byte[] file = Golden.File("rgb.png");
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(20), height);

        AssertRefusedCheaply(PngFile.WithChecksums(file));
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(16, 0)]
    [InlineData(8_000, 8_000)]
    [InlineData(65_535, 65_535)]
    public void A_JPEG_that_declares_another_size_is_refused_without_allocating_for_it(ushort width, ushort height)
    {
        foreach (string name in Jpegs)
        {
            byte[] file = Golden.File(name);
            int frame = Math.Max(MarkerAt(file, 0xC0), MarkerAt(file, 0xC2));
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), height);
            BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), width);

            AssertRefusedCheaply(file);
        }
    }

    [Fact]
    public void A_PNG_whose_data_go_on_forever_is_refused_without_allocating_for_them() =>
        AssertRefusedCheaply(PngFile.Create(1, 1, new byte[200_000_000]));

    [Fact]
    public void A_PNG_with_a_byte_too_few_or_too_many_is_refused()
    {
        Assert.Equal([7, 7, 7], RgbImage.Decode(PngFile.Create(1, 1, [0, 7])).Pixels.ToArray());
        Assert.Throws<ImageFormatException>(() => RgbImage.Decode(PngFile.Create(1, 1, [0])));
        Assert.Throws<ImageFormatException>(() => RgbImage.Decode(PngFile.Create(1, 1, [0, 7, 7])));
        Assert.Throws<ImageFormatException>(() => RgbImage.Decode(PngFile.Create(1, 1, [5, 7])));       // no such filter
    }

    [Fact]
    public void A_JPEG_of_endless_scans_is_refused_soon()
    {
        byte[] file = Golden.File("grey-progressive.jpg");
        int scan = MarkerAt(file, 0xDA);
        byte[] emptyScan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0];
        var scans = new List<byte>(file[..scan]);
        for (int i = 0; i < 100_000; i++)
        {
            scans.AddRange(emptyScan);
        }

        scans.AddRange(file[scan..]);
        var time = Stopwatch.StartNew();

        Assert.Throws<ImageFormatException>(() => RgbImage.Decode([.. scans]));
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_JPEG_without_the_restarts_it_announces_is_refused(byte interval)
    {
        byte[] file = Golden.File("restarts.jpg");      // six blocks, an interval of two, so two restarts
        file[MarkerAt(file, 0xDD) + 5] = interval;

        var problem = Assert.Throws<ImageFormatException>(() => RgbImage.Decode(file));

        Assert.Contains("restart markers in a scan, found 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restart_that_closes_the_last_interval_is_accepted()
    {
        byte[] file = Golden.File("restarts.jpg");

        Assert.Equal(RgbImage.Decode(file).Pixels, RgbImage.Decode([.. file[..^2], 0xFF, 0xD2, .. file[^2..]]).Pixels);
    }

    [Fact]
    public void A_JPEG_without_a_scan_of_each_component_is_refused()
    {
        byte[] file = Golden.File("progressive-444.jpg");
        int first = MarkerAt(file, 0xDA);
        int second = first + 2 + MarkerAt(file.AsSpan(first + 2), 0xDA);
        int tables = first + 2 + MarkerAt(file.AsSpan(first + 2), 0xC4);

        Assert.Throws<ImageFormatException>(() => RgbImage.Decode([.. file[..first], .. file[tables..]]));    // details without means
        Assert.Throws<ImageFormatException>(() => RgbImage.Decode([.. file[..first], 0xFF, 0xD9]));
        Assert.NotNull(PixelsOrNull([.. file[..Math.Min(second, tables)], 0xFF, 0xD9]));                      // means alone are a picture
    }

    [Fact]
    public void A_stream_without_end_is_refused()
    {
        using var endless = new EndlessStream();

        Assert.Throws<ImageFormatException>(() => RgbImage.Load(endless));
        Assert.InRange(endless.BytesRead, RgbImage.MaximumFileLength, RgbImage.MaximumFileLength + (1 << 20));
    }

    private static void AssertRefusedCheaply(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ImageFormatException>(() => RgbImage.Decode(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000 + (3 * file.Length));
    }

    private static int MarkerAt(ReadOnlySpan<byte> jpeg, byte marker) => jpeg.IndexOf((ReadOnlySpan<byte>)[0xFF, marker]);

    private static void AssertPictureOrRefusal(byte[] file) => PixelsOrNull(file);

    private static byte[]? PixelsOrNull(byte[] file)
    {
        try
        {
            RgbImage image = RgbImage.Decode(file);
            Assert.Equal(3 * image.Width * image.Height, image.Pixels.Length);
            return image.Pixels.ToArray();
        }
        catch (ImageFormatException)
        {
            return null;
        }
    }
}
