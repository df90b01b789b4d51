namespace AlexNetGen.Tests.Operations;

/// <summary>Networks that are graphs, against PyTorch.</summary>
public sealed class GraphGoldenTests
{
    [Fact]
    public void BatchNormAfterConv() => Golden.Check<BatchNormAfterConv>();

    [Fact]
    public void BatchNormBeforePaddedConv() => Golden.Check<BatchNormBeforePaddedConv>();

    [Fact]
    public void ResidualWithProjection() => Golden.Check<ResidualWithProjection>();

    [Fact]
    public void AddToTheResultSoFar() => Golden.Check<AddToTheResultSoFar>();

    [Fact]
    public void ReadAfterAnElementwiseLayer() => Golden.Check<ReadAfterAnElementwiseLayer>();

    [Fact]
    public void SqueezeAndExcitation() => Golden.Check<SqueezeAndExcitation>();

    [Fact]
    public void ProductOfThree() => Golden.Check<ProductOfThree>();

    [Fact]
    public void DenseBlock() => Golden.Check<DenseBlock>();

    [Fact]
    public void ConcatenatedVectors() => Golden.Check<ConcatenatedVectors>();

    [Fact]
    public void BranchesThatEndInAVector() => Golden.Check<BranchesThatEndInAVector>();

    [Fact]
    public void ResidualBlock() => Golden.Check<ResidualBlock>();

    [Fact]
    public void SumOfThree() => Golden.Check<SumOfThree>();

    [Fact]
    public void ConcatenatedBranches() => Golden.Check<ConcatenatedBranches>();

    [Fact]
    public void FireModule() => Golden.Check<FireModule>();

    [Fact]
    public void ShuffleUnit() => Golden.Check<ShuffleUnit>();

    [Fact]
    public void SqueezeExcitationOfEfficientNet() => Golden.Check<SqueezeExcitationOfEfficientNet>();

    [Fact]
    public void SqueezeExcitationOfMobileNetV3() => Golden.Check<SqueezeExcitationOfMobileNetV3>();

    [Fact]
    public void ConvNextBlock() => Golden.Check<ConvNextBlock>();

    [Fact]
    public void JoinedRows() => Golden.Check<JoinedRows>();

    [Fact]
    public void JoinedColumns() => Golden.Check<JoinedColumns>();

    [Fact]
    public void ResidualSequence() => Golden.Check<ResidualSequence>();
}
