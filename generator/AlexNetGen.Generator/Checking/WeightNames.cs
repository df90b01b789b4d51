using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>
/// Sees that every operation with weights has a prefix of its own within its layer, and that operations which share one
/// want tensors of the same shape from it.
/// </summary>
internal sealed class WeightNames
{
    private readonly HashSet<string> _layers = [];

    /// <summary>The tensors wanted so far, and who wanted each first.</summary>
    private readonly Dictionary<string, (Tensor Tensor, string Layer)> _tensors = [];

    public void Check(OperationContext context, Operation operation, CheckedOperation? result, List<Problem> problems)
    {
        if (!operation.HasWeights || result is { Tensors.Count: 0 })
        {
            return;
        }

        OperationDeclaration declaration = context.Declaration;
        if (declaration.Has("Weights") && string.IsNullOrWhiteSpace(declaration["Weights"] as string))
        {
            context.Report(Rules.ArgumentRange, "Weights", $"{declaration.Name}'s Weights is empty. Write the prefix of its tensors in the weights file, or leave it out for '{context.LayerName}'.");
        }

        if (!_layers.Add(context.LayerName) && !declaration.Has("Weights"))
        {
            string first = result is { } known ? known.Tensors[0].Name : context.LayerName + ".weight";
            context.Report(Rules.SecondWeights, null, $"{declaration.Name} is the second operation with weights on this layer and would read '{first}' too. Write its own prefix, as in Weights = \"{context.LayerName}.1\".");
            return;
        }

        CheckShared(context, result);
    }

    private void CheckShared(OperationContext context, CheckedOperation? result)
    {
        foreach (Tensor tensor in result?.Tensors ?? [])
        {
            if (!_tensors.TryGetValue(tensor.Name, out (Tensor Tensor, string Layer) first))
            {
                _tensors[tensor.Name] = (tensor, context.LayerName);
            }
            else if (!first.Tensor.Shape.Equals(tensor.Shape))
            {
                context.Report(
                    Rules.SharedPrefix,
                    "Weights",
                    $"{context.Declaration.Name} reads '{tensor.Name}' as {Text(tensor)}, and {first.Layer} reads it as {Text(first.Tensor)}; one tensor has one shape. Give one of them another prefix by Weights, or make them the same size to share it.");
                return;
            }
        }
    }

    private static string Text(Tensor tensor) => $"[{string.Join(", ", tensor.Shape.Select(dimension => Formula.Number(dimension)))}]";
}
