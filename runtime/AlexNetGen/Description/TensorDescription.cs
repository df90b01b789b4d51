namespace AlexNetGen;

/// <summary>A tensor that a network reads from its weights file.</summary>
/// <param name="Name">The tensor's name in the file, as in <c>features.0.weight</c>.</param>
/// <param name="Shape">Its shape, as PyTorch stores it: a convolution's weight is [O, I / groups, height, width].</param>
/// <param name="FanIn">
/// The number of inputs of one output of its operation, from which random weights take their range:
/// I / groups x height x width for a convolution, the input features for a fully connected layer.
/// </param>
public sealed record TensorDescription(string Name, TensorShape Shape, long FanIn);
