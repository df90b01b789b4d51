using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Follows the shapes through one layer.</summary>
/// <param name="network">The network.</param>
/// <param name="input">The shape of the network's input; null where it is not known.</param>
/// <param name="layers">The layers above.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="failures">Takes what does not fit.</param>
/// <param name="names">The prefixes of weights.</param>
internal sealed class LayerChecker(
    NetworkDeclaration network, Shape? input, IReadOnlyList<CheckedLayer> layers, List<Problem> problems, List<Failure> failures, WeightNames names)
{
    private int Faults => problems.Count(problem => Rules.IsError(problem.Rule)) + failures.Count;

    public CheckedLayer Check(int index)
    {
        LayerDeclaration layer = network.Layers[index];
        List<int> inputs = [];
        int faults = Faults;
        int? from = From(layer, index, inputs);
        Shape? shape = layer.IsWellFormed && from is { } source ? ShapeOf(source) : null;
        ReceptiveField? field = from is { } seen ? FieldOf(seen) : null;
        string origin = from is { } made ? OriginOf(made) : layer.Name;
        if (layer.Operations.Count == 0 && layer.IsWellFormed)
        {
            problems.Add(new Problem(Rules.Incomplete, Place.LayerName(index), $"{layer.Name} has no operation. Write one as an attribute, as in [ReLU]."));
            shape = null;
        }

        List<CheckedOperation> operations = [];
        for (int i = 0; i < layer.Operations.Count; i++)
        {
            OperationDeclaration declared = layer.Operations[i];
            if (declared.IsBroken)
            {
                shape = null;
                continue;
            }

            Operation operation = Operation.Find(declared.Name)!;
            List<MergeInput> merged = operation.Merges ? Merged(index, i, i == 0 ? null : new MergeInput(MergeInput.SoFar, shape, origin), inputs) : [];
            OperationContext context = new(network, index, i, layer.IsWellFormed ? shape : null, origin, merged, problems, failures);
            CheckedOperation? result = operation.Check(context);
            names.Check(context, operation, result, problems);
            shape = layer.IsWellFormed ? result?.Output : null;
            if (result is not null)
            {
                operations.Add(result);
                field = operation.Merges ? Widest(field, merged, i == 0) : operation.Through(result, field);
                origin = $"{declared.Name} on {layer.Name}";
            }
        }

        if (shape is not null && Faults == faults && !Assertions.CheckLayer(layer, index, Within(layer, operations), operations, shape, problems))
        {
            shape = null;
        }

        return new CheckedLayer(layer.Name, inputs.ToEquatableArray(), operations.ToEquatableArray(), shape, shape is null ? null : field);
    }

    /// <summary>The layer that is read; null where the first operation names its own, or there is none.</summary>
    private int? From(LayerDeclaration layer, int index, List<int> inputs)
    {
        bool merges = layer.Operations.Count > 0 && Operation.Find(layer.Operations[0].Name)!.Merges;
        Place place = Place.Assertion(index, "From");
        if (layer.From is { } name && merges)
        {
            problems.Add(new Problem(Rules.ArgumentRange, place, $"{layer.Name}: {layer.Operations[0].Name} names all that the layer reads. Remove [From]."));
            return null;
        }

        if (merges)
        {
            return null;
        }

        if (layer.From is { Length: 0 })
        {
            problems.Add(new Problem(Rules.Incomplete, place, $"{layer.Name}: [From] needs the layer to read, as in [From(nameof(Conv1))] or [From(Network.Input)]."));
            return null;
        }

        int? source = layer.From is null ? index - 1 : LayerInputs.Resolve(network, index, layer.From, place, problems);
        if (source is { } found)
        {
            inputs.Add(found);
        }

        return source;
    }

    private List<MergeInput> Merged(int layer, int operation, MergeInput? soFar, List<int> inputs)
    {
        List<MergeInput> merged = soFar is null ? [] : [soFar];
        EquatableArray<string> named = network.Layers[layer].Operations[operation].Layers;
        for (int i = 0; i < named.Count; i++)
        {
            int? source = LayerInputs.Resolve(network, layer, named[i], Place.OperationArgument(layer, operation, Place.Element(i)), problems);
            if (source is { } found)
            {
                inputs.Add(found);
            }

            merged.Add(new MergeInput(source ?? -1, source is { } known ? ShapeOf(known) : null, source is { } made ? OriginOf(made) : named[i]));
        }

        return merged;
    }

    /// <summary>The operations of a layer with those of the block that it uses, where its parameters are asserted.</summary>
    private List<CheckedOperation> Within(LayerDeclaration layer, List<CheckedOperation> operations) =>
        layer.Parameters is null && !layer.ParametersIncomplete ? operations : [.. layers.Where((_, i) => network.Layers[i].IsWithin(layer.Name)).SelectMany(part => part.Operations), .. operations];

    private ReceptiveField? Widest(ReceptiveField? soFar, List<MergeInput> merged, bool isFirst)
    {
        List<ReceptiveField?> fields = [.. merged.Where(input => input.Layer != MergeInput.SoFar).Select(input => FieldOf(input.Layer))];
        if (!isFirst)
        {
            fields.Add(soFar);
        }

        return fields.Any(field => field is null) || fields.Count == 0 ? null : fields.Select(field => field!.Value).Aggregate((a, b) => new ReceptiveField(
            Math.Max(a.Height, b.Height), Math.Max(a.Width, b.Width), Math.Max(a.JumpHeight, b.JumpHeight), Math.Max(a.JumpWidth, b.JumpWidth)));
    }

    private Shape? ShapeOf(int layer) => layer < 0 ? input : layers[layer].Output;

    private ReceptiveField? FieldOf(int layer) => layer < 0 ? ReceptiveField.OfInput : layers[layer].ReceptiveField;

    private string OriginOf(int layer) => layer < 0 ? NetworkChecker.InputOrigin : layers[layer].Name;
}
