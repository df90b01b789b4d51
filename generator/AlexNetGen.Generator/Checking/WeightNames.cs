using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Sees that every operation with weights has a prefix of its own within its layer.</summary>
internal sealed class WeightNames
{
    private readonly HashSet<string> _layers = [];

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
            context.Report(Rules.SecondWeights, null, $"{declaration.Name} is the second operation with weights on this layer and would read '{context.LayerName}.weight' too. Write its own prefix, as in Weights = \"{context.LayerName}.1\".");
        }
    }
}
