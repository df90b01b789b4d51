using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>Notes a bias that the batch normalisation right after it undoes.</summary>
internal static class BiasNotes
{
    public static IEnumerable<Problem> Of(CheckedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            EquatableArray<CheckedOperation> operations = network.Layers[layer].Operations;
            for (int i = 0; i < operations.Count; i++)
            {
                Tensor? bias = IsConvolution(operations[i]) ? operations[i].Tensors.FirstOrDefault(tensor => tensor.Name.EndsWith(".bias", StringComparison.Ordinal)) : null;
                if (bias is not null && Next(network, layer, i) is { } next && next.Name.StartsWith("BatchNorm", StringComparison.Ordinal))
                {
                    Place place = Place.OperationArgument(layer, i);
                    yield return new Problem(
                        Rules.BiasBeforeNorm,
                        place with { Argument = "Bias" },
                        $"{network.Layers[layer].Name}: {operations[i].Name}'s bias of {Formula.Counted(bias.Length, "values")} is undone by the {next.Name} after it, which subtracts a mean that holds it. Write Bias = false, unless trained weights come with a bias.",
                        [new Remedy(RemedyKinds.NoBias, $"Write Bias = false: {Formula.Counted(bias.Length, "parameters")} fewer", [new Edit(place, "Bias", false)])]);
                }
            }
        }
    }

    private static bool IsConvolution(CheckedOperation operation) => operation.Name.StartsWith("Conv", StringComparison.Ordinal);

    /// <summary>The operation that alone reads the result; null where several do, or none.</summary>
    private static CheckedOperation? Next(CheckedNetwork network, int layer, int operation)
    {
        if (operation + 1 < network.Layers[layer].Operations.Count)
        {
            return network.Layers[layer].Operations[operation + 1];
        }

        CheckedLayer[] readers = [.. network.Layers.Where(other => other.Inputs.Contains(layer))];
        return readers.Length == 1 && readers[0].Inputs.Count == 1 && layer < network.Layers.Count - 1 ? readers[0].Operations[0] : null;
    }
}
