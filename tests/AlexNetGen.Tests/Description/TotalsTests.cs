namespace AlexNetGen.Tests.Description;

public class TotalsTests
{
    [Fact]
    public void Totals_are_sums()
    {
        Assert.Equal(208 + 15_690, SampleNetworks.Tiny.ParameterCount);
        Assert.Equal(156_800 + 15_680, SampleNetworks.Tiny.MultiplyAdds);
        Assert.Equal(8 * 28 * 28, SampleNetworks.Tiny.LargestActivation);
    }

    [Fact]
    public void Shared_tensors_count_once()
    {
        OperationDescription linear = new("Linear", "4", [4], [4], null, 20, 16, SampleNetworks.Tensors("fc", [4, 4], 4));
        OperationDescription withoutBias = linear with { Parameters = 16, Tensors = [linear.Tensors[0]] };
        NetworkDescription network = new("Shared", [4], [new Layer("A", [], [linear, withoutBias], null), new Layer("B", ["A"], [linear], null)]);
        Assert.Equal(20, network.ParameterCount);
        Assert.Equal(48, network.MultiplyAdds);
    }

    [Fact]
    public void Running_statistics_are_not_parameters_even_where_they_are_shared()
    {
        TensorDescription[] tensors =
            [new("bn.weight", [4], 1), new("bn.bias", [4], 1), new("bn.running_mean", [4], 1), new("bn.running_var", [4], 1)];
        OperationDescription normalisation = new("BatchNorm2d", "", [4, 2, 2], [4, 2, 2], null, 8, 0, tensors);
        NetworkDescription network = new("Shared", [4, 2, 2], [new Layer("A", [], [normalisation, normalisation], null)]);
        Assert.Equal(8, network.ParameterCount);
    }
}
