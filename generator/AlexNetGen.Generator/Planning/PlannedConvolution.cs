namespace AlexNetGen.Generator.Planning;

/// <summary>A convolution, and how it is computed.</summary>
internal sealed record PlannedConvolution(ConvolutionProblem Problem, ConvolutionPlans Plans);
