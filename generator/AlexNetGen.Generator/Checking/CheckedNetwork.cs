using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>A declaration with all that follows from it.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Input">The shape of one input; null where it is not known.</param>
/// <param name="Layers">The layers, as many as declared.</param>
/// <param name="Problems">What is wrong, or worth a note.</param>
internal sealed record CheckedNetwork(NetworkDeclaration Declaration, Shape? Input, EquatableArray<CheckedLayer> Layers, EquatableArray<Problem> Problems)
{
    /// <summary>What does not fit: windows, and inputs of merging operations.</summary>
    public EquatableArray<Failure> Failures { get; init; }

    /// <summary>Whether a forward pass can be generated.</summary>
    public bool IsValid => !Problems.Any(problem => Rules.IsError(problem.Rule)) && Layers.Count > 0 && Layers.All(layer => layer.Output is not null);

    /// <summary>The layers that are outputs, in source order; the last layer always is.</summary>
    public IEnumerable<CheckedLayer> Outputs => Layers.Where((_, i) => IsOutput(i));

    /// <summary>The number of values of all outputs.</summary>
    public long OutputLength => Outputs.Aggregate(0L, (sum, layer) => Saturating.Add(sum, layer.Output?.Length ?? 0));

    /// <summary>The learned values; tensors that several operations share count once, as in PyTorch.</summary>
    public long Parameters => Tensors.Aggregate(0L, (sum, tensor) => Saturating.Add(sum, tensor.IsParameter ? tensor.Length : 0));

    /// <summary>Multiply-adds for one input.</summary>
    public long MultiplyAdds => Operations.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.MultiplyAdds));

    /// <summary>The same, with what is bound by memory counted as the multiply-adds that take as long.</summary>
    public long Work => Operations.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.Work));

    private IEnumerable<CheckedOperation> Operations => Layers.SelectMany(layer => layer.Operations);

    /// <summary>Whether the result of a layer is an output.</summary>
    public bool IsOutput(int layer) => layer == Layers.Count - 1 || Declaration.Layers[layer].IsOutput;

    public IEnumerable<Tensor> Tensors
    {
        get
        {
            HashSet<string> names = [];
            return Operations.SelectMany(operation => operation.Tensors).Where(tensor => names.Add(tensor.Name));
        }
    }
}

/// <summary>A layer with all that follows from its declaration.</summary>
/// <param name="Name">The name.</param>
/// <param name="Inputs">The layers it reads, by number, as often as it reads them; -1 is the network's input.</param>
/// <param name="Operations">Its operations, up to the first that could not be checked.</param>
/// <param name="Output">The shape of its output; null where it is not known.</param>
/// <param name="ReceptiveField">What one value of its output sees; null where that is the whole input, or not known.</param>
internal sealed record CheckedLayer(
    string Name, EquatableArray<int> Inputs, EquatableArray<CheckedOperation> Operations, Shape? Output, ReceptiveField? ReceptiveField);

/// <summary>An operation with all that follows from its declaration and its input.</summary>
/// <param name="Name">The operation: <c>Conv2d</c>.</param>
/// <param name="Arguments">Its arguments, as written, without the weights' prefix.</param>
/// <param name="Input">The shape it reads.</param>
/// <param name="Output">The shape it makes.</param>
/// <param name="Settings">The resolved arguments that its kernel needs.</param>
internal sealed record CheckedOperation(string Name, string Arguments, Shape Input, Shape Output, OperationSettings Settings)
{
    // Multiply-adds in the time that a value takes from memory.
    private const int ProductsOfValue = 10;

    /// <summary>Where the output lengths come from; null where the shape needs no arithmetic.</summary>
    public string? Formula { get; init; }

    /// <summary>Multiply-adds for one input.</summary>
    public long MultiplyAdds { get; init; }

    /// <summary>Multiply-adds for one input, or what takes as long where it only moves values.</summary>
    public long Work => Math.Max(MultiplyAdds, Saturating.Multiply(ProductsOfValue, Saturating.Add(Parameters, Saturating.Add(Input.Length, Output.Length))));

    /// <summary>The tensors it reads from the weights file.</summary>
    public EquatableArray<Tensor> Tensors { get; init; }

    public long Parameters => Tensors.Aggregate(0L, (sum, tensor) => Saturating.Add(sum, tensor.IsParameter ? tensor.Length : 0));
}

/// <summary>The resolved arguments of one operation; each operation has its own.</summary>
internal abstract record OperationSettings;

/// <summary>A tensor of the weights file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="FanIn">The inputs of one output of its operation.</param>
/// <param name="IsParameter">Whether PyTorch counts it as a parameter.</param>
internal sealed record Tensor(string Name, EquatableArray<int> Shape, long FanIn, bool IsParameter = true)
{
    public long Length => Shape.Aggregate(1L, (product, dimension) => Saturating.Multiply(product, dimension));
}
