using System.Globalization;

namespace AlexNetGen;

/// <summary>
/// A row of a network's table: an operation that does something to shape or weights, with the smaller ones beside
/// it, as in <c>Conv2d(64, Kernel=11) + ReLU</c>.
/// </summary>
/// <param name="Layer">The name of the layer; empty on its later rows.</param>
/// <param name="Operation">The operations.</param>
/// <param name="Output">The shape of the output.</param>
/// <param name="Parameters">The number of learned values; empty where there are none.</param>
/// <param name="MultiplyAdds">The number of multiply-adds; empty where there are none.</param>
/// <param name="ReceptiveField">Size and jump, as in <c>11 / 4</c>, on the layer's last row.</param>
/// <param name="Formula">Where the output lengths come from; empty where there is no arithmetic.</param>
internal sealed record DescriptionRow(
    string Layer,
    string Operation,
    string Output,
    string Parameters,
    string MultiplyAdds,
    string ReceptiveField,
    string Formula)
{
    public static readonly DescriptionRow Headings = new(
        "layer", "operation", "output", "parameters", "multiply-adds", "field / jump", "formula");

    public static List<DescriptionRow> Of(NetworkDescription network)
    {
        List<DescriptionRow> rows = [];
        Layer? previous = null;
        foreach (Layer layer in network.Layers)
        {
            AddRows(rows, layer, previous);
            previous = layer;
        }

        rows.Add(new DescriptionRow(
            "total", string.Empty, string.Empty, Count(network.ParameterCount), Count(network.MultiplyAdds), string.Empty, string.Empty));
        return rows;
    }

    private static void AddRows(List<DescriptionRow> rows, Layer layer, Layer? previous)
    {
        List<List<OperationDescription>> groups = Group(layer.Operations);
        for (int i = 0; i < groups.Count; i++)
        {
            List<OperationDescription> group = groups[i];
            string operations = string.Join(" + ", group.Select(Text));
            rows.Add(new DescriptionRow(
                i == 0 ? layer.Name : string.Empty,
                i == 0 ? From(layer, previous) + operations : operations,
                group[^1].Output.ToString(),
                Count(group.Sum(operation => operation.Parameters)),
                Count(group.Sum(operation => operation.MultiplyAdds)),
                i == groups.Count - 1 ? Text(layer.ReceptiveField, isSequence: layer.Output.Rank == 2) : string.Empty,
                string.Join("; ", group.Select(operation => operation.Formula).OfType<string>())));
        }
    }

    /// <summary>Small operations go with the one before them; the first of a layer with the one after them.</summary>
    private static List<List<OperationDescription>> Group(IReadOnlyList<OperationDescription> operations)
    {
        List<List<OperationDescription>> groups = [[]];
        foreach (OperationDescription operation in operations)
        {
            if (!IsSmall(operation) && !groups[^1].All(IsSmall))
            {
                groups.Add([]);
            }

            groups[^1].Add(operation);
        }

        return groups;
    }

    private static bool IsSmall(OperationDescription operation) =>
        operation.Formula is null && operation.Parameters == 0 && operation.MultiplyAdds == 0
        && operation.Tensors.Count == 0 && operation.Input.Equals(operation.Output);

    /// <summary>Says which layer is read where it is not the one above. Merging operations name theirs themselves.</summary>
    private static string From(Layer layer, Layer? previous) => layer.Inputs switch
    {
        [] => previous is null ? string.Empty : "from the input: ",
        [string input] when input != previous?.Name => $"from {input}: ",
        _ => string.Empty,
    };

    private static string Text(OperationDescription operation) => operation.Arguments.Length == 0
        ? operation.Name
        : $"{operation.Name}({operation.Arguments.Replace(" = ", "=", StringComparison.Ordinal)})"; // The row is wide enough.

    private static string Text(ReceptiveField? field, bool isSequence) => field is not { } sees ? "whole input"
        : isSequence ? FormattableString.Invariant($"{sees.Width} / {sees.JumpWidth}")
        : $"{Pair(sees.Height, sees.Width)} / {Pair(sees.JumpHeight, sees.JumpWidth)}";

    private static string Pair(long height, long width) => height == width
        ? height.ToString(CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{height}x{width}");

    private static string Count(long count) =>
        count == 0 ? string.Empty : count.ToString("N0", CultureInfo.InvariantCulture);
}
