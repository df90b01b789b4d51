using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Notes an activation of its own result, and a ReLU that could follow the max pool after it.</summary>
internal static class ActivationNotes
{
    private static readonly HashSet<string> Activations =
    [
        nameof(ReLU), nameof(ReLU6), nameof(LeakyReLU), nameof(PReLU), nameof(ELU), nameof(SELU), nameof(GELU), nameof(SiLU),
        nameof(Sigmoid), nameof(Tanh), nameof(HardSigmoid), nameof(HardSwish), nameof(Softplus), nameof(Softmax), nameof(LogSoftmax),
    ];

    /// <summary>What is its own result the second time.</summary>
    private static readonly HashSet<string> Idempotent = [nameof(ReLU), nameof(ReLU6), nameof(LogSoftmax)];

    /// <summary>What leaves the values as they are.</summary>
    private static readonly HashSet<string> Transparent = [nameof(Dropout), nameof(Flatten)];

    public static IEnumerable<Problem> Of(CheckedNetwork network)
    {
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            EquatableArray<CheckedOperation> operations = network.Layers[layer].Operations;
            for (int i = 0; i < operations.Count; i++)
            {
                if (Activations.Contains(operations[i].Name) && Before(network, layer, i) is { } before && before.Operation.Name == operations[i].Name)
                {
                    yield return Twice(network, layer, i, before);
                }
                else if (operations[i].Name == nameof(ReLU) && operations.ElementAtOrDefault(i + 1) is { Name: nameof(MaxPool2d) } pool
                    && operations.ElementAtOrDefault(i + 2) is not { Name: nameof(ReLU) })
                {
                    yield return BeforePool(network.Layers[layer].Name, Place.OperationArgument(layer, i), operations[i], pool);
                }
            }
        }
    }

    private static Problem Twice(CheckedNetwork network, int layer, int index, PathStep before)
    {
        string name = before.Operation.Name;
        string where = before.Layer == layer ? string.Empty : $" on {network.Layers[before.Layer].Name}";
        string effect = Idempotent.Contains(name) ? "and changes nothing. Remove it" : "so the values go through it twice. Remove one, unless that is meant";
        Place place = Place.OperationArgument(layer, index);
        bool isAlone = network.Layers[layer].Operations.Count == 1;
        return new Problem(
            Rules.Activations,
            place,
            $"{network.Layers[layer].Name}: {name} follows {name}{where}, {effect}.",
            isAlone ? default : [new Remedy(RemedyKinds.OneActivation, $"Remove the second {name}", [Edit.Remove(place)])],
            [Place.OperationArgument(before.Layer, before.Number)]);
    }

    private static Problem BeforePool(string layer, Place place, CheckedOperation activation, CheckedOperation pool) => new(
        Rules.Activations,
        place,
        $"{layer}: ReLU gives the same values after MaxPool2d as before it, and has {Formula.Count(pool.Output.Length)} of them to compute there instead of {Formula.Count(activation.Output.Length)}. Let MaxPool2d go first.",
        [new Remedy(RemedyKinds.PoolFirst, "Let MaxPool2d go before ReLU", [Edit.Swap(place)])]);

    /// <summary>The operation whose values come in unchanged; null at the network's input and at a merge.</summary>
    private static PathStep? Before(CheckedNetwork network, int layer, int index)
    {
        while (true)
        {
            index--;
            while (index < 0)
            {
                if (network.Layers[layer].Inputs is not [>= 0 and var source])
                {
                    return null;
                }

                layer = source;
                index = network.Layers[layer].Operations.Count - 1;
            }

            CheckedOperation operation = network.Layers[layer].Operations[index];
            if (!Transparent.Contains(operation.Name))
            {
                return new PathStep(layer, index, operation);
            }
        }
    }
}
