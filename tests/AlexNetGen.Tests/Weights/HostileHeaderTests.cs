using System.Buffers.Binary;
using System.Text;
using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class HostileHeaderTests
{
    private const string Bias = ",\"fc.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[24,32]}}";

    [Theory]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[4,28]}""", "there is a gap")]
    [InlineData("""{"dtype":"F32","shape":[2,4],"data_offsets":[0,32]}""", "overlap")]
    [InlineData("""{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}""", "there is a gap")]
    [InlineData("""{"dtype":"F32","shape":[2,4],"data_offsets":[0,24]}""", "not what its shape 2x4 of F32 elements takes (32 bytes)")]
    [InlineData("""{"dtype":"F64","shape":[2,3],"data_offsets":[0,24]}""", "takes (48 bytes)")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[24,0]}""", "before it begins")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[-24,0]}""", "written in digits alone")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,2.4e1]}""", "written in digits alone")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24.0]}""", "written in digits alone")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[-0,24]}""", "written in digits alone")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,"24"]}""", "written in digits alone")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,9223372036854775808]}""", "from 0 to 2^63 - 1")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,18446744073709551640]}""", "from 0 to 2^63 - 1")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,9223372036854775807]}""", "has 9223372036854775807 bytes of data")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0]}""", "must be two numbers, and there are 1")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24,24]}""", "more than 2")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":null}""", "array of whole numbers")]
    [InlineData("""{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,24]}""", "no whole number of bytes below 2^63")]
    [InlineData("""{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,24]}""", "no whole number of bytes below 2^63")]
    [InlineData("""{"dtype":"F32","shape":[4611686018427387910],"data_offsets":[0,24]}""", "no whole number of bytes below 2^63")]
    [InlineData("""{"dtype":"F4","shape":[3],"data_offsets":[0,24]}""", "no whole number of bytes")]
    [InlineData("""{"dtype":"F32","shape":[[2,3]],"data_offsets":[0,24]}""", "written in digits alone")]
    [InlineData("""{"dtype":"F32","shape":6,"data_offsets":[0,24]}""", "array of whole numbers")]
    [InlineData("""{"dtype":"F31","shape":[2,3],"data_offsets":[0,24]}""", "'F31', which is not a type of the format")]
    [InlineData("""{"dtype":"f32","shape":[2,3],"data_offsets":[0,24]}""", "'f32', which is not a type of the format")]
    [InlineData("""{"dtype":32,"shape":[2,3],"data_offsets":[0,24]}""", "must be a string")]
    [InlineData("""{"shape":[2,3],"data_offsets":[0,24]}""", "has no 'dtype'")]
    [InlineData("""{"dtype":"F32","data_offsets":[0,24]}""", "has no 'shape'")]
    [InlineData("""{"dtype":"F32","shape":[2,3]}""", "has no 'data_offsets'")]
    [InlineData("""{"dtype":"F32","dtype":"F32","shape":[2,3],"data_offsets":[0,24]}""", "has 'dtype' twice")]
    [InlineData("""{"dtype":"F32","shape":[6],"shape":[2,3],"data_offsets":[0,24]}""", "has 'shape' twice")]
    [InlineData("""{"dtype":"F32","shape":[2,3],"data_offsets":[0,24],"data_offsets":[0,24]}""", "has 'data_offsets' twice")]
    [InlineData("[]", "must be an object with 'dtype'")]
    [InlineData("null", "must be an object with 'dtype'")]
    public void A_tensor_that_breaks_the_rules_is_named(string tensor, string problem)
    {
        WeightsException exception = SafetensorsBytes.Refused(
            SafetensorsBytes.File("{\"fc.weight\":" + tensor + Bias, new byte[32]));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Contains("fc.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "does not begin with '{'")]
    [InlineData(" {}", "does not begin with '{'")]
    [InlineData("[]", "does not begin with '{'")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{}{}", "not valid JSON")]
    [InlineData("{} x", "not valid JSON")]
    [InlineData("{}\0\0", "not valid JSON")]
    [InlineData("{/* */}", "not valid JSON")]
    [InlineData("""{"a":1,}""", "must be an object")]
    [InlineData("""{"__metadata__":1}""", "must be an object of strings")]
    [InlineData("""{"__metadata__":null}""", "must be an object of strings")]
    [InlineData("""{"__metadata__":{"a":1}}""", "the value of 'a' in '__metadata__' must be a string")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", "the key 'a' stands twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "'__metadata__' stands twice")]
    [InlineData("""{"__metadata__":{"a":"\ud800"}}""", "half of a surrogate pair")]
    [InlineData("""{"\udc00":{}}""", "half of a surrogate pair")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""", "tensor 'a' stands twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"\u0061":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""", "tensor 'a' stands twice")]
    public void A_header_that_breaks_the_rules_is_refused(string header, string problem) =>
        Assert.Contains(problem, SafetensorsBytes.Refused(SafetensorsBytes.File(header, [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Invalid_UTF8_is_refused()
    {
        byte[] file = SafetensorsBytes.SmallFile();
        file[10] = 0xFF;
        Assert.Contains("not valid UTF-8", SafetensorsBytes.Refused(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_JSON_is_refused()
    {
        string deep = "{\"a\":{\"x\":" + new string('[', 1_000_000) + new string(']', 1_000_000) + "}}";
        Assert.Contains("depth", SafetensorsBytes.Refused(SafetensorsBytes.File(deep, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_of_many_dimensions_is_refused()
    {
        string shape = string.Join(',', Enumerable.Repeat("1", 65));
        string header = $$"""{"a":{"dtype":"F32","shape":[{{shape}}],"data_offsets":[0,4]} }""";
        Assert.Contains("more than 64", SafetensorsBytes.Refused(SafetensorsBytes.File(header, new byte[4])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_after_the_last_tensor_are_refused()
    {
        byte[] file = [.. SafetensorsBytes.SmallFile(), 0];
        Assert.Contains("more bytes follow", SafetensorsBytes.Refused(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_archive_is_recognised()
    {
        byte[] zip = [.. "PK\u0003\u0004"u8, .. new byte[100]];
        zip[7] = 8;
        Assert.Contains(".pth", SafetensorsBytes.Refused(zip).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] file = SafetensorsBytes.SmallFile();
        string path = SafetensorsBytes.TemporaryPath();
        try
        {
            for (int length = 0; length < file.Length; length++)
            {
                SafetensorsBytes.Refused(file[..length]);
                File.WriteAllBytes(path, file[..length]);
                Assert.Throws<WeightsException>(() => WeightsReader.Open(path, SafetensorsBytes.Small, LoadOptions.Default));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(100_000_000)]
    [InlineData(100_000_001)]
    [InlineData(int.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MaxValue - 7)]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(-8)]
    public void A_header_length_is_not_believed(long length)
    {
        byte[] file = SafetensorsBytes.SmallFile();
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        AssertFrugal(file, SafetensorsBytes.Small);
    }

    [Fact]
    public void A_length_of_data_is_not_believed()
    {
        NetworkDescription network = SafetensorsBytes.Network(new TensorDescription("fc.weight", [40_000, 10_000], 10_000));
        const string header = """{"fc.weight":{"dtype":"F32","shape":[40000,10000],"data_offsets":[0,1600000000]}}""";
        AssertFrugal(SafetensorsBytes.File(header, new byte[32]), network);
    }

    [Fact]
    public void Many_misspelt_names_do_not_take_long()
    {
        StringBuilder header = new("{");
        for (int i = 0; i < 100_000; i++)
        {
            header.Append(i == 0 ? "" : ",").Append('"').Append((char)('a' + (i % 26))).Append("fc.weight")
                .Append(new string((char)('a' + (i / 26 % 26)), 3)).Append((char)('\u4E00' + (i / 676)))
                .Append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}");
        }

        byte[] file = SafetensorsBytes.File(header.Append('}').ToString(), []);
        TimeSpan one = Missing(1), many = Missing(300);
        Assert.True(many < 8 * one, $"It took {many}, and {one} where one name was looked for.");

        TimeSpan Missing(int count)
        {
            NetworkDescription network = SafetensorsBytes.Network(
                [.. Enumerable.Range(0, count).Select(i => new TensorDescription($"fc.weighty{i:d4}", [0], 1))]);
            System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
            WeightsException exception = Assert.Throws<WeightsException>(() => WeightsReader.Copy(file, network, LoadOptions.Default));
            Assert.InRange(exception.Problems.Count, 100_000, 100_300);
            return watch.Elapsed;
        }
    }

    private static void AssertFrugal(byte[] file, NetworkDescription network)
    {
        string path = SafetensorsBytes.TemporaryPath();
        File.WriteAllBytes(path, file);
        try
        {
            SafetensorsBytes.Refused(file, network);
            long before = GC.GetAllocatedBytesForCurrentThread();
            SafetensorsBytes.Refused(file, network);
            Assert.Throws<WeightsException>(() => WeightsReader.Open(path, network, LoadOptions.Default));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < 2 << 20, $"Reading {file.Length} bytes took {allocated} bytes.");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
