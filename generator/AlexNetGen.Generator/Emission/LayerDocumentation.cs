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
    public static IEnumerable<string> Of(LayerDeclaration declaration, CheckedLayer layer)
    {
        XElement[] own = Parse(declaration.Documentation);
        if (!own.Any(element => element.Name == "summary"))
        {
            yield return $"<summary>{layer.Name}: {Operations(layer)}.</summary>";
        }

        foreach (XElement element in own.Where(element => element.Name != "remarks"))
        {
            foreach (string line in Lines(element.ToString()))
            {
                yield return line;
            }
        }

        yield return "<remarks>";
        foreach (XElement remarks in own.Where(element => element.Name == "remarks"))
        {
            foreach (string line in Lines(string.Concat(remarks.Nodes())))
            {
                yield return line;
            }
        }

        foreach (string fact in Facts(layer))
        {
            yield return $"<para>{fact}</para>";
        }

        yield return "</remarks>";
    }

    private static IEnumerable<string> Facts(CheckedLayer layer)
    {
        yield return $"Shape: {layer.Operations[0].Input} -> {layer.Output}.";
        foreach (CheckedOperation operation in layer.Operations.Where(operation => operation.Formula is not null))
        {
            yield return $"{operation.Name}: {operation.Formula}.";
        }

        long parameters = layer.Operations.Sum(operation => operation.Parameters);
        if (parameters > 0)
        {
            yield return $"Parameters: {Formula.Count(parameters)}; multiply-adds: {Formula.Count(layer.Operations.Sum(operation => operation.MultiplyAdds))}.";
        }

        if (layer.ReceptiveField is { } field)
        {
            yield return field.Height == field.Width && field.JumpHeight == field.JumpWidth
                ? $"Receptive field: {Formula.Number(field.Height)}, every {Formula.Number(field.JumpHeight)} of the input."
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

    private static IEnumerable<string> Lines(string text) =>
        text.Replace("\r\n", "\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
