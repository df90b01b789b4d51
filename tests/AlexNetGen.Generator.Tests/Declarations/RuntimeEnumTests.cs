namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>The generator cannot load the runtime, so it has enums of its own; their names and values are the runtime's.</summary>
public sealed class RuntimeEnumTests
{
    [Theory]
    [InlineData(typeof(Rounding), typeof(Generator.Declarations.Rounding))]
    [InlineData(typeof(Dialect), typeof(Generator.Declarations.Dialect))]
    [InlineData(typeof(ConvolutionAlgorithms), typeof(Generator.Declarations.ConvolutionAlgorithms))]
    [InlineData(typeof(AutoPad), typeof(Generator.Declarations.AutoPad))]
    [InlineData(typeof(Approximation), typeof(Generator.Declarations.Approximation))]
    [InlineData(typeof(ConcatAxis), typeof(Generator.Declarations.ConcatAxis))]
    [InlineData(typeof(UpsampleMode), typeof(Generator.Declarations.UpsampleMode))]
    public void Are_equal(Type runtime, Type generator)
    {
        Assert.NotEqual(runtime, generator);
        Assert.Equal(runtime.Name, generator.Name);
        Assert.Equal(Pairs(runtime), Pairs(generator));
    }

    [Fact]
    public void Every_operation_has_an_attribute_and_every_attribute_an_operation()
    {
        string[] others = ["Network", "Shape", "Parameters", "From", "Output", "Block", "When"];
        string[] attributes = [.. typeof(Layer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute))).Select(type => type.Name[..^"Attribute".Length]).Except(others)];
        Assert.All(attributes, name => Assert.NotNull(Operations.Operation.Find(name)));
        Assert.All(
            typeof(Operations.Operation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Operations.Operation)) && !type.IsAbstract),
            type => Assert.Contains(type.Name, attributes));
    }

    private static IEnumerable<(string, int)> Pairs(Type type) =>
        Enum.GetNames(type).Zip(Enum.GetValuesAsUnderlyingType(type).Cast<int>());
}
