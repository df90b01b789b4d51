namespace AlexNetGen;

/// <summary>One operation of a layer.</summary>
/// <param name="Name">The operation, named as its attribute: <c>Conv2d</c>.</param>
/// <param name="Arguments">Its arguments, as in <c>64, Kernel = 11, Stride = 4, Padding = 2</c>; empty where there are none.</param>
/// <param name="Input">The shape it reads.</param>
/// <param name="Output">The shape it makes.</param>
/// <param name="Formula">
/// Where its output lengths come from, with the exact quotient: <c>(224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55</c>;
/// <see langword="null"/> where the shape needs no arithmetic.
/// </param>
/// <param name="Parameters">The number of learned values, as PyTorch's <c>parameters()</c> counts them.</param>
/// <param name="MultiplyAdds">The number of multiply-adds for one input; padding counts, biases do not.</param>
/// <param name="Tensors">The tensors it reads from the weights file.</param>
public sealed record OperationDescription(
    string Name,
    string Arguments,
    TensorShape Input,
    TensorShape Output,
    string? Formula,
    long Parameters,
    long MultiplyAdds,
    IReadOnlyList<TensorDescription> Tensors);
