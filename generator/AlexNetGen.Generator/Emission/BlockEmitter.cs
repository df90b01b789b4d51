using System.Xml.Linq;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the attribute by which a block is used, and the block's own layers.</summary>
internal static class BlockEmitter
{
    public static string Emit(BlockPart block)
    {
        SourceWriter writer = new();
        TypeParts.Header(writer);
        TypeParts.HideBase(writer, block.Type);
        TypeParts.OpenAround(writer, block.Type);
        EmitAttribute(writer, block);
        writer.Line();
        CheckedNetwork? network = block.Network is null ? null : NetworkChecker.Check(block.Network);
        bool isShaped = network is { IsValid: true };
        writer.Open(block.Type.Head);
        foreach (LayerDeclaration layer in block.Layers.Where(layer => layer.Implementation is not null))
        {
            EmitLayer(writer, block, layer, isShaped ? network : null);
        }

        if (isShaped)
        {
            // How a block is computed is decided where it is used.
            DescriptionEmitter.Emit(writer, network!, []);
        }

        TypeParts.Close(writer, block.Type);
        return writer.ToString();
    }

    private static void EmitAttribute(SourceWriter writer, BlockPart block)
    {
        string name = block.Type.Name;
        writer.Line($"/// <summary>Puts the block {name} on a layer{Summary(block.Documentation, ": ")}.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Property | global::System.AttributeTargets.Field | global::System.AttributeTargets.Method)]");
        writer.Open($"{block.Accessibility} sealed class {name}Attribute : global::System.Attribute");
        foreach (BlockParameter parameter in block.Parameters)
        {
            string own = Summary(parameter.Documentation, string.Empty);
            writer.Line($"/// <summary>{(own.Length > 0 ? own : parameter.Name)}; {new XText(parameter.DefaultText)} where left out.</summary>");
            writer.Line($"public {parameter.Type}{(parameter.Type == "string" ? "?" : string.Empty)} {Names.Escape(parameter.Name)} {{ get; set; }}");
            writer.Line();
        }

        writer.Line("/// <summary>The prefix of the block's tensors in the weights file; the layer's name where left out.</summary>");
        writer.Line("public string? Weights { get; set; }");
        writer.Close();
    }

    private static void EmitLayer(SourceWriter writer, BlockPart block, LayerDeclaration layer, CheckedNetwork? network)
    {
        int index = network?.Layers.ToList().FindIndex(other => other.Name == layer.Name) ?? -1;
        IEnumerable<string> documentation = index >= 0 ? LayerDocumentation.Of(layer, network!, index) : LayerDocumentation.OfUnshaped(layer);
        foreach (string line in documentation)
        {
            writer.Line("/// " + line);
        }

        writer.Line(Names.GeneratedCode);
        string reason = network is null ? $"{block.Type.Name} is a block without an input shape of its own. Write it, as in [Block(64, 56, 56)], to describe {layer.Name}."
            : $"{layer.Name} is left out where {block.Type.Name} has its parameters as declared.";
        string value = index >= 0 ? $"Description.Layers[{Formula.Number(index)}]" : $"throw new global::System.InvalidOperationException({Names.Literal(reason)})";
        if (layer.Accessors.Count == 1 && layer.Accessors[0] == "get")
        {
            writer.Line($"{layer.Implementation} => {value};");
        }
        else
        {
            // Not a layer, which is reported; implemented all the same, so that no error of C# follows.
            writer.Open(layer.Implementation!);
            writer.Lines(layer.Accessors.Count == 0 ? ["throw new global::System.InvalidOperationException();"] : [.. layer.Accessors.Select(accessor => $"{accessor} {{ throw new global::System.InvalidOperationException(); }}")]);
            writer.Close();
        }

        writer.Line();
    }

    /// <summary>The text of a doc comment's summary on one line, without its full stop.</summary>
    private static string Summary(string documentation, string before)
    {
        try
        {
            string text = documentation.Length == 0 ? string.Empty : XElement.Parse(documentation).Element("summary")?.Value ?? string.Empty;
            string line = string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
            return line.Length == 0 ? string.Empty : before + new XText(line);
        }
        catch (System.Xml.XmlException)
        {
            // C# warns of a malformed comment itself.
            return string.Empty;
        }
    }
}
