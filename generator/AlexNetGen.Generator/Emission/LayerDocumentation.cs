using System.Xml;
using System.Xml.Linq;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Emission;

/// <summary>
/// The doc comment of a layer's implementing part, which replaces the one on the user's declaring part: so the
/// user's is repeated, and what the compiler knows follows in the remarks.
/// </summary>
internal static class LayerDocumentation
{
    /// <summary>Elements that are not repeated: remarks, which come last, and what C# warns of on a property.</summary>
    private static readonly HashSet<string> Apart = ["remarks", "param", "typeparam", "include"];

    /// <summary>The documentation of a layer; of one that uses a block, with the block's layers.</summary>
    public static IEnumerable<string> Of(LayerDeclaration declaration, CheckedNetwork network, int index)
    {
        CheckedLayer layer = network.Layers[index];
        CheckedLayer[] within = [.. network.Layers.Take(index).Where((_, i) => network.Declaration.Layers[i].IsWithin(layer.Name))];
        return Of(declaration, layer.Name, Operations(layer), Facts([.. within, layer]));
    }

    /// <summary>The documentation of a block's layer whose shape is not known.</summary>
    public static IEnumerable<string> OfUnshaped(LayerDeclaration declaration) => Of(declaration, declaration.Name, "a layer of a block", []);

    private static IEnumerable<string> Of(LayerDeclaration declaration, string name, string operations, IEnumerable<string> facts)
    {
        XElement[] own = Parse(declaration.Documentation);
        if (!own.Any(element => element.Name == "summary"))
        {
            yield return $"<summary>{name}: {operations}.</summary>";
        }

        foreach (XElement element in own.Where(element => !Apart.Contains(element.Name.LocalName)))
        {
            foreach (string line in Lines(element.ToString(SaveOptions.DisableFormatting)))
            {
                yield return line;
            }
        }

        string[] remarks =
        [
            .. own.Where(element => element.Name == "remarks")
                .SelectMany(element => Lines(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))))),
            .. facts.Select(fact => $"<para>{fact}</para>"),
        ];
        foreach (string line in remarks.Length == 0 ? remarks : ["<remarks>", .. remarks, "</remarks>"])
        {
            yield return line;
        }
    }

    /// <summary>What is known of a layer, the last, and of those in the block that it uses.</summary>
    private static IEnumerable<string> Facts(CheckedLayer[] layers)
    {
        CheckedLayer layer = layers[layers.Length - 1];
        yield return $"Shape: {layers[0].Operations[0].Input} -> {layer.Output}.";
        foreach (CheckedLayer part in layers)
        {
            string of = part == layer ? string.Empty : part.Name.Substring(layer.Name.Length + 1) + ", ";
            foreach (CheckedOperation operation in part.Operations.Where(operation => operation.Formula is not null))
            {
                yield return $"{of}{operation.Name}: {operation.Formula}.";
            }
        }

        CheckedOperation[] operations = [.. layers.SelectMany(part => part.Operations)];
        long parameters = operations.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.Parameters));
        if (parameters > 0)
        {
            long multiplyAdds = operations.Aggregate(0L, (sum, operation) => Saturating.Add(sum, operation.MultiplyAdds));
            yield return $"Parameters: {Formula.Count(parameters)}; multiply-adds: {Formula.Count(multiplyAdds)}.";
        }

        if (layer.ReceptiveField is { } field)
        {
            yield return (field.Height == field.Width && field.JumpHeight == field.JumpWidth) || layer.Output!.IsSequence
                ? $"Receptive field: {Formula.Number(field.Width)}, every {Formula.Number(field.JumpWidth)} of the input."
                : $"Receptive field: {Formula.Number(field.Height)}x{Formula.Number(field.Width)}, every {Formula.Number(field.JumpHeight)}x{Formula.Number(field.JumpWidth)} of the input.";
        }
    }

    private static string Operations(CheckedLayer layer) => string.Join(
        ", ", layer.Operations.Select(operation => operation.Arguments.Length == 0 ? operation.Name : $"{operation.Name}({operation.Arguments})"));

    private static XElement[] Parse(string documentation)
    {
        if (documentation.Length == 0)
        {
            return [];
        }

        try
        {
            return [.. XElement.Parse(documentation, LoadOptions.PreserveWhitespace).Elements()];
        }
        catch (XmlException)
        {
            // C# warns of a malformed comment itself.
            return [];
        }
    }

    /// <summary>The lines without what all are indented by, and without blank ones at the ends.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        string[] lines = [.. text.Replace("\r\n", "\n").Split('\n').Select(line => line.TrimEnd())];
        bool startsInText = lines[0].Length > 0 && !char.IsWhiteSpace(lines[0][0]);
        int indent = lines.Skip(startsInText ? 1 : 0).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        IEnumerable<string> dedented = lines.Select((line, index) => index == 0 && startsInText ? line : line.Length > indent ? line.Substring(indent) : string.Empty);
        return dedented.SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse();
    }
}
