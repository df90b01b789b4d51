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
        bool holds = true;
        if (layer.Shape is { } asserted && !asserted.Equals(output.Dimensions))
        {
            string[] formulas = [.. operations.Where(operation => operation.Formula is not null).Select(operation => operation.Formula!)];
            string because = formulas.Length == 0 ? string.Empty : $" ({string.Join("; then ", formulas)})";
            string found = asserted.Count == 0 ? "[Shape()] asserts nothing" : $"[Shape({string.Join(", ", asserted)})] asserts {new Shape(asserted)}";
            Place shape = Place.Assertion(index, "Shape");
            string computedShape = string.Join(", ", output.Dimensions);
            problems.Add(new Problem(
                Rules.ShapeAssertion,
                shape,
                $"{layer.Name}: {found}, but the layer makes {output}{because}. Write [Shape({computedShape})], or change the layer.",
                [new Remedy(RemedyKinds.Shape, $"Assert the computed shape: [Shape({computedShape})]", [new Edit(shape, "Dimensions", computedShape)])],
                Related: [Place.LayerName(index)]));
            holds = false;
        }

        Place place = Place.Assertion(index, "Parameters");
        long computed = all.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.Parameters));
        if (layer.ParametersIncomplete)
        {
            problems.Add(new Problem(Rules.Incomplete, place, $"{layer.Name}: [Parameters] needs the count, as in [Parameters({Literally(computed)})].", Recount(place, computed)));
        }
        else if (layer.Parameters is { } count && count != computed)
        {
            problems.Add(new Problem(Rules.ParametersAssertion, place, Message(layer.Name, count, computed, all), Recount(place, computed)));
        }

        return holds;
    }

    public static void CheckNetworkParameters(CheckedNetwork network, bool sound, List<Problem> problems)
    {
        NetworkDeclaration declaration = network.Declaration;
        if (declaration.ParametersIncomplete)
        {
            string example = sound ? Literally(network.Parameters) : "61_100_840";
            problems.Add(new Problem(Rules.Incomplete, Place.NetworkParameters, $"{declaration.Type.Name}: [Parameters] needs the count, as in [Parameters({example})].", sound ? Recount(Place.NetworkParameters, network.Parameters) : default));
        }
        else if (declaration.Parameters is { } count && sound && count != network.Parameters
            && !problems.Any(problem => problem.Rule == Rules.ParametersAssertion))
        {
            List<CheckedOperation> operations = [.. network.Layers.SelectMany(layer => layer.Operations)];
            problems.Add(new Problem(Rules.ParametersAssertion, Place.NetworkParameters, Message(declaration.Type.Name, count, network.Parameters, operations), Recount(Place.NetworkParameters, network.Parameters)));
        }
    }

    private static EquatableArray<Remedy> Recount(Place place, long computed) =>
        [new Remedy(RemedyKinds.Parameters, $"Assert the computed number: [Parameters({Literally(computed)})]", [new Edit(place, "Count", Literally(computed))])];

    private static string Message(string name, long asserted, long computed, List<CheckedOperation> operations)
    {
        long difference = asserted - computed;
        string direction = difference > 0 ? $"{Formula.Count(difference)} more" : $"{Formula.Count(-difference)} fewer";
        return $"{name}: [Parameters({Literally(asserted)})] asserts {Formula.Count(asserted)} learned values, {direction} than the declaration's {Formula.Count(computed)}{Sum(operations)}{ParameterCause.Of(difference, operations)}.";
    }

    private static string Sum(List<CheckedOperation> operations)
    {
        Tensor[] tensors = [.. operations.SelectMany(operation => operation.Tensors).Where(tensor => tensor.IsParameter)];
        return tensors.Length is 0 or > 4
            ? string.Empty
            : " = " + string.Join(" + ", tensors.Select(tensor => string.Join("*", tensor.Shape.Select(dimension => Formula.Number(dimension)))));
    }

    private static string Literally(long value) => Planning.Literal.Of(value);
}
