using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Flipped_bytes_give_a_network_or_a_WeightsException(int seed)
    {
        Random random = new(seed);
        byte[] original = SafetensorsBytes.SmallFile();
        int refused = 0;
        for (int round = 0; round < 3_000; round++)
        {
            byte[] file = [.. original];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            refused += Refuses(file) ? 1 : 0;
        }

        Assert.InRange(refused, 1_000, 3_000);
    }

    [Fact]
    public void Shuffled_pieces_of_headers_give_a_network_or_a_WeightsException()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"F32\"", "\"F16\"", "0", "24", "32",
            "2", "3", "-1", "1e3", "9223372036854775808", "null", "\"__metadata__\"", "\"fc.weight\"", "\"fc.bias\"", " ",
            "\"\\ud800\"", "{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}", "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[24,32]}",
        ];
        Random random = new(4);
        for (int round = 0; round < 5_000; round++)
        {
            string header = "{" + string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            Refuses(SafetensorsBytes.File(header, new byte[32]));
        }
    }

    /// <summary>Any exception but a WeightsException fails the test; so does a stream that sees it otherwise.</summary>
    private static bool Refuses(byte[] file)
    {
        bool copied = Loads(() => WeightsReader.Copy(file, SafetensorsBytes.Small, LoadOptions.Default));
        bool streamed = Loads(() => WeightsReader.Read(new TricklingStream(file), SafetensorsBytes.Small, LoadOptions.Default));
        Assert.Equal(copied, streamed);
        return !copied;

        static bool Loads(Func<WeightsReader> open)
        {
            try
            {
                using WeightsReader reader = open();
                Assert.Equal(6, reader.Read("fc.weight").Length);
                Assert.Equal(2, reader.Read("fc.bias").Length);
                return true;
            }
            catch (WeightsException)
            {
                return false;
            }
        }
    }
}
