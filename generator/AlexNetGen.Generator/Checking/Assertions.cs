using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>Holds <c>[Shape]</c> and <c>[Parameters]</c> against what is computed.</summary>
internal static class Assertions
{
    /// <summary>Whether the layer's shape can be built upon.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="index">Its number.</param>
    /// <param name="all">Its operations, with those of the block that it uses.</param>
    /// <param name="operations">Its operations.</param>
    /// <param name="output">The shape it makes.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static bool CheckLayer(
        LayerDeclaration layer, int index, List<CheckedOperation> all, List<CheckedOperation> operations, Shape output, List<Problem> problems)
    {
        bool holds = layer.Shape is not { } asserted || asserted.Equals(output.Dimensions);
        if (!holds)
        {
            problems.Add(OfShape(layer, index, operations, cause: null));
        }

        Place place = Place.Assertion(index, "Parameters");
        long computed = Count(all);
        if (layer.ParametersIncomplete)
        {
            problems.Add(new Problem(Rules.Incomplete, place, $"{layer.Name}: [Parameters] needs the count, as in [Parameters({Literally(computed)})].", [Recount(place, computed)]));
        }
        else if (layer.Parameters is { } count && count != computed)
        {
            problems.Add(OfParameters(layer.Name, place, count, computed, all, cause: null));
        }

        return holds;
    }

    public static void CheckNetworkParameters(CheckedNetwork network, bool sound, List<Problem> problems)
    {
        NetworkDeclaration declaration = network.Declaration;
        if (declaration.ParametersIncomplete)
        {
            string example = sound ? Literally(network.Parameters) : "61_100_840";
            problems.Add(new Problem(Rules.Incomplete, Place.NetworkParameters, $"{declaration.Type.Name}: [Parameters] needs the count, as in [Parameters({example})].", sound ? [Recount(Place.NetworkParameters, network.Parameters)] : default));
        }
        else if (declaration.Parameters is { } count && sound && count != network.Parameters
            && !problems.Any(problem => problem.Rule == Rules.ParametersAssertion))
        {
            problems.Add(OfParameters(declaration.Type.Name, Place.NetworkParameters, count, network.Parameters, Within(network, -1), cause: null));
        }
    }

    /// <summary>The same problem with its cause, where a reading of the windows explains it.</summary>
    public static Problem Explain(CheckedNetwork network, Problem problem)
    {
        if (problem.Rule is not (Rules.ShapeAssertion or Rules.ParametersAssertion) || OtherReading.Of(network, problem) is not { } cause)
        {
            return problem;
        }

        int index = problem.Place.Layer;
        if (index < 0)
        {
            return OfParameters(network.Declaration.Type.Name, problem.Place, network.Declaration.Parameters!.Value, network.Parameters, Within(network, -1), cause);
        }

        LayerDeclaration layer = network.Declaration.Layers[index];
        IReadOnlyList<CheckedOperation> operations = network.Layers[index].Operations;
        return problem.Rule == Rules.ShapeAssertion
            ? OfShape(layer, index, operations, cause)
            : OfParameters(layer.Name, problem.Place, layer.Parameters!.Value, Count(Within(network, index)), Within(network, index), cause);
    }

    /// <summary>The operations of a layer with those of the block that it uses; of the class, all.</summary>
    public static List<CheckedOperation> Within(CheckedNetwork network, int layer) =>
    [
        .. network.Layers
            .Where((_, i) => layer < 0 || i == layer || (i < layer && network.Declaration.Layers[i].IsWithin(network.Declaration.Layers[layer].Name)))
            .SelectMany(part => part.Operations),
    ];

    private static Problem OfShape(LayerDeclaration layer, int index, IReadOnlyList<CheckedOperation> operations, ReadingCause? cause)
    {
        Shape output = operations[operations.Count - 1].Output;
        EquatableArray<int> asserted = layer.Shape!.Value;
        string formula = string.Join("; then ", operations.Select(operation => operation.Formula).OfType<string>());
        string because = formula.Length == 0 ? string.Empty : $" ({formula})";
        string found = asserted.Count == 0 ? "[Shape()] asserts nothing" : $"[Shape({string.Join(", ", asserted)})] asserts {new Shape(asserted)}";
        string computed = string.Join(", ", output.Dimensions);
        string waysOut = cause is null ? $" Write [Shape({computed})], or change the layer." : $"{cause.Text} Write {cause.Way}, or [Shape({computed})].";
        Place place = Place.Assertion(index, "Shape");
        Remedy recompute = new(RemedyKinds.Shape, $"Assert the computed shape: [Shape({computed})]", [new Edit(place, "Dimensions", output.Dimensions)]);
        return new Problem(
            Rules.ShapeAssertion,
            place,
            $"{layer.Name}: {found}, but the layer makes {output}{because}.{waysOut}",
            cause is null ? [recompute] : [cause.Remedy, recompute],
            cause is null ? [Place.LayerName(index)] : [cause.Place, Place.LayerName(index)])
        {
            Formula = formula.Length == 0 ? null : formula,
        };
    }

    private static Problem OfParameters(string name, Place place, long asserted, long computed, IReadOnlyList<CheckedOperation> operations, ReadingCause? cause)
    {
        long difference = asserted - computed;
        string direction = difference > 0 ? $"{Formula.Count(difference)} more" : $"{Formula.Count(-difference)} fewer";
        string sum = Sum(operations);
        string why = cause is null ? $"{ParameterCause.Of(difference, operations)}." : $".{cause.Text} Write {cause.Way}, or [Parameters({Literally(computed)})].";
        return new Problem(
            Rules.ParametersAssertion,
            place,
            $"{name}: [Parameters({Literally(asserted)})] asserts {Formula.Count(asserted)} learned values, {direction} than the declaration's {Formula.Count(computed)}{sum}{why}",
            cause is null ? [Recount(place, computed)] : [cause.Remedy, Recount(place, computed)],
            cause is null ? default : [cause.Place])
        {
            Formula = sum.Length == 0 ? null : Formula.Count(computed) + sum,
        };
    }

    private static Remedy Recount(Place place, long computed) =>
        new(RemedyKinds.Parameters, $"Assert the computed number: [Parameters({Literally(computed)})]", [new Edit(place, "Count", computed)]);

    private static string Sum(IReadOnlyList<CheckedOperation> operations)
    {
        Tensor[] tensors = [.. operations.SelectMany(operation => operation.Tensors).Where(tensor => tensor.IsParameter)];
        return tensors.Length is 0 or > 4
            ? string.Empty
            : " = " + string.Join(" + ", tensors.Select(tensor => string.Join("*", tensor.Shape.Select(dimension => Formula.Number(dimension)))));
    }

    private static long Count(IEnumerable<CheckedOperation> operations) =>
        operations.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.Parameters));

    private static string Literally(long value) => Planning.Literal.Of(value);
}
