using AlexNetGen.Weights;

namespace AlexNetGen.Tests.Weights;

public class TensorComparisonTests
{
    [Fact]
    public void Every_problem_is_listed_at_once()
    {
        NetworkDescription network = SafetensorsBytes.Network(
            new("features.0.weight", [2, 1, 1, 1], 1), new("features.3.weight", [1], 1), new("classifier.1.weight", [4, 2], 2),
            new("classifier.1.bias", [2], 2), new("classifier.4.weight", [2, 1], 2), new("good", [1], 1));
        const string header = """
            {"features.0.weigth":{"dtype":"F32","shape":[2,1,1,1],"data_offsets":[0,8]},
            "classifier.1.weight":{"dtype":"F32","shape":[2,4],"data_offsets":[8,40]},
            "classifier.1.bias":{"dtype":"I32","shape":[3],"data_offsets":[40,52]},
            "classifier.4.weight":{"dtype":"F16","shape":[2,1,1],"data_offsets":[52,56]},
            "good":{"dtype":"BF16","shape":[1],"data_offsets":[56,58]},
            "aux.1.weight":{"dtype":"I64","shape":[],"data_offsets":[58,66]}}
            """;
        WeightsException exception = SafetensorsBytes.Refused(SafetensorsBytes.File(header, new byte[66]), network);
        Assert.Equal(
            [
                "tensor 'classifier.1.weight' has shape 2x4, and TinyNet declares 4x2; it is the transpose: transpose it before saving, fully connected weights are [outputs, inputs].",
                "tensor 'classifier.1.bias' has shape 3, and TinyNet declares 2.",
                "tensor 'classifier.1.bias' has elements of type I32; F32, F16 and BF16 are accepted: convert it before saving.",
                "tensor 'classifier.4.weight' has shape 2x1x1, and TinyNet declares 2x1; it has as many values: reshape it before saving if their order is the same.",
                "tensor 'features.0.weight' (2x1x1x1) is missing; did you mean 'features.0.weigth' (2x1x1x1)?",
                "tensor 'features.3.weight' (1) is missing.",
                "tensor 'aux.1.weight' (scalar) is not one of the network's.",
            ],
            exception.Problems);
        Assert.StartsWith("The weights data does not fit TinyNet; 7 problems", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ignored_prefixes_and_counters_pass()
    {
        const string header = """
            {"fc.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
            "fc.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]},
            "bn.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[32,40]},
            "aux1.fc.weight":{"dtype":"F8_E4M3","shape":[3],"data_offsets":[40,43]}}
            """;
        byte[] file = SafetensorsBytes.File(header, new byte[43]);
        WeightsException exception = SafetensorsBytes.Refused(file);
        Assert.Equal("tensor 'aux1.fc.weight' (3) is not one of the network's.", Assert.Single(exception.Problems));
        using WeightsReader reader = WeightsReader.Copy(file, SafetensorsBytes.Small, new LoadOptions { Ignore = ["aux2.", "aux1.", "fc."] });
        Assert.Equal(6, reader.Read("fc.weight").Length);
    }

    [Theory]
    [InlineData("features.0.weigth", "[1]", true)] // Two letters exchanged.
    [InlineData("feature.0.weight", "[1]", true)] // A letter left out.
    [InlineData("features.0.weight", "[1]", false)] // Itself: nothing is missing.
    [InlineData("features.3.weight", "[2]", false)] // Another layer.
    [InlineData("features.1.weight", "[1]", true)] // Another number, and the right shape.
    [InlineData("module.features.0.weight", "[1]", true)] // Saved by DataParallel.
    [InlineData("classifier.6.bias", "[1]", false)]
    public void A_near_miss_is_suggested(string name, string shape, bool suggested)
    {
        NetworkDescription network = SafetensorsBytes.Network(new TensorDescription("features.0.weight", [1], 1));
        int length = shape == "[1]" ? 4 : 8;
        byte[] file = SafetensorsBytes.File(
            $$"""{"{{name}}":{"dtype":"F32","shape":{{shape}},"data_offsets":[0,{{length}}]} }""", new byte[length]);
        string message = string.Empty;
        try
        {
            WeightsReader.Copy(file, network, LoadOptions.Default).Dispose();
        }
        catch (WeightsException exception)
        {
            message = exception.Message;
        }

        Assert.Equal(suggested, message.Contains($"did you mean '{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_convolution_in_another_order_is_recognised()
    {
        NetworkDescription network = SafetensorsBytes.Network(new TensorDescription("conv.weight", [4, 1, 2, 3], 6));
        byte[] file = SafetensorsBytes.File("""{"conv.weight":{"dtype":"F32","shape":[2,3,1,4],"data_offsets":[0,96]}}""", new byte[96]);
        Assert.Contains("in another order", SafetensorsBytes.Refused(file, network).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_stays_on_its_line()
    {
        byte[] file = SafetensorsBytes.File(
            """{"a\n  - b":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""", []);
        WeightsException exception = SafetensorsBytes.Refused(file, SafetensorsBytes.Network());
        Assert.Contains(@"'a\u000a  - b'", Assert.Single(exception.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_do_not_take_null()
    {
        Assert.Throws<ArgumentNullException>(() => new LoadOptions { Ignore = null! });
        Assert.Throws<ArgumentNullException>(() => new LoadOptions { Ignore = [null!] });
    }
}
