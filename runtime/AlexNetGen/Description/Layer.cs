namespace AlexNetGen;

/// <summary>
/// A layer of a network. A <c>static partial</c> property of this type, with operations as attributes, declares
/// one; its value describes it.
/// </summary>
/// <param name="name">The name of the property.</param>
/// <param name="inputs">The names of the layers it reads; empty where it reads the network's input.</param>
/// <param name="operations">Its operations, in order; at least one.</param>
/// <param name="receptiveField">
/// What one value of its output sees; <see langword="null"/> where that is the whole input, as after Flatten.
/// </param>
public sealed class Layer(
    string name,
    IReadOnlyList<string> inputs,
    IReadOnlyList<OperationDescription> operations,
    ReceptiveField? receptiveField)
{
    /// <summary>The name of the layer.</summary>
    public string Name { get; } = name;

    /// <summary>The names of the layers it reads; empty where it reads the network's input.</summary>
    public IReadOnlyList<string> Inputs { get; } = inputs;

    /// <summary>Its operations, in order.</summary>
    public IReadOnlyList<OperationDescription> Operations { get; } = operations;

    /// <summary>
    /// What one value of its output sees of the network's input; <see langword="null"/> where that is the whole
    /// input, as after Flatten.
    /// </summary>
    public ReceptiveField? ReceptiveField { get; } = receptiveField;

    /// <summary>The shape of its output.</summary>
    public TensorShape Output => Operations[^1].Output;

    /// <summary>The number of learned values, as PyTorch's <c>parameters()</c> counts them.</summary>
    public long Parameters => Operations.Sum(operation => operation.Parameters);

    /// <summary>The number of multiply-adds for one input.</summary>
    public long MultiplyAdds => Operations.Sum(operation => operation.MultiplyAdds);

    /// <summary>The layer's name and output shape, as in <c>Conv1: 64x55x55</c>.</summary>
    public override string ToString() => $"{Name}: {Output}";
}
