namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.ConvolutionAlgorithms</c>.</summary>
internal enum ConvolutionAlgorithms
{
    Fastest,
    Exact,
}
