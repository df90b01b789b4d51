using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG1001: remedies that change the network's input, wherever it is written.</summary>
public sealed class NetworkInputTests : FixTest
{
    private const string Layers = "Conv1: Conv2d(96, Kernel = 11, Stride = 4)";

    [Theory]
    [InlineData("3, Size, Size", "3, 227, 227")]
    [InlineData("3, 2 * 112, /* columns */ Size", "3, 227, /* columns */ 227")]
    [InlineData("width: 224, channels: 3, height: 224", "width: 227, channels: 3, height: 227")]
    [InlineData("3, 224, 224, Dialect = Dialect.Onnx", "3, 227, 227, Dialect = Dialect.Onnx")]
    [InlineData("3,\n    224,\n    224 // as printed\n    ", "3,\n    227,\n    227 // as printed\n    ")]
    public async Task However_it_is_written(string before, string after)
    {
        const string Constant = "{\n    private const int Size = 224;";
        string source = Declared.Network(before, Layers).Replace("\n{", "\n" + Constant, StringComparison.Ordinal);
        string expected = Declared.Network(after, Layers).Replace("\n{", "\n" + Constant, StringComparison.Ordinal);

        Assert.Equal(expected, await Fix(source, "ANG1001", "Make the network's input 227x227"));
    }

    [Fact]
    public async Task In_another_part_in_another_file()
    {
        string layers = Declared.Network("3, 224, 224", Layers).Replace("[Network(3, 224, 224)]\n", string.Empty, StringComparison.Ordinal);
        const string Network = "namespace Tests\n{\n    [AlexNetGen.Network(3, Net.Size, Net.Size)] partial class Net { internal const int Size = 224; }\n}\n";

        string[] after = await Fix([layers, Network], "ANG1001", "Make the network's input 227x227");

        Assert.Equal([layers, Network.Replace("Net.Size", "227", StringComparison.Ordinal)], after);
    }

    [Fact]
    public async Task In_another_part_of_the_same_file()
    {
        string source = Declared.Network("3, 224, 224", Layers).Replace("[Network(3, 224, 224)]\n", string.Empty, StringComparison.Ordinal)
            + "\n\n[Network(3, 224, 224)]\nsealed partial class Net;\n";

        Assert.Equal(source.Replace("224, 224", "223, 223", StringComparison.Ordinal), await Fix(source, "ANG1001", "Make the network's input 223x223"));
    }

    // (55 - 3) / 2 + 1 is whole; a stride of 3 over 27 with a kernel of 5 is 8.33.
    [Fact]
    public async Task For_a_layer_further_down()
    {
        string[] layers = ["Conv1: Conv2d(8, Kernel = 11, Stride = 4)", "Pool1: MaxPool2d(Kernel = 3, Stride = 2)", "Conv2: Conv2d(8, Kernel = 5, Stride = 3)"];
        string source = Declared.Network("3, 227, 227", layers);

        Fixed.Offer[] inputs = [.. (await Fixed.Open(source).Offers("ANG1001")).Where(offer => offer.Provider.GetFixAllProvider() is null)];

        Assert.Equal(["Make the network's input 219x219: 8", "Make the network's input 243x243: 9"], inputs.Select(offer => offer.Title));
        Assert.Equal(Declared.Network("3, 243, 243", layers), await Fix(source, "ANG1001", inputs[1].Title));
    }

    [Fact]
    public async Task Have_no_fix_all()
    {
        Fixed.Offer[] offers = await Fixed.Open(Declared.Network("3, 224, 224", Layers)).Offers("ANG1001");

        Assert.All(offers, offer => Assert.Equal(offer.Title.StartsWith("Make the network's", StringComparison.Ordinal), offer.Provider.GetFixAllProvider() is null));
    }
}
