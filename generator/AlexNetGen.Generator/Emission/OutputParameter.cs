using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Emission;

/// <summary>One output of a network as a parameter of the generated code.</summary>
/// <param name="Layer">The layer; null where a wrong network has none.</param>
/// <param name="Name">The parameter: <c>output</c> where there is one output, else the layer's name in camel case.</param>
/// <param name="Offset">Where it begins where all outputs lie after each other.</param>
internal sealed record OutputParameter(CheckedLayer? Layer, string Name, long Offset)
{
    /// <summary>The names that generated methods have for other things.</summary>
    private static readonly string[] Taken = ["activations", "clock", "count", "i", "input", "inputs", "lease", "output", "outputs", "team", "weights", "workspace"];

    /// <summary>What a plan calls it.</summary>
    public string Field => LayerDeclaration.IdentifierOf(Layer!.Name);

    /// <summary>The outputs in source order; one at least.</summary>
    public static IReadOnlyList<OutputParameter> Of(CheckedNetwork network)
    {
        CheckedLayer[] layers = [.. network.Outputs];
        if (layers.Length <= 1)
        {
            return [new OutputParameter(layers.FirstOrDefault(), "output", 0)];
        }

        HashSet<string> taken = [.. Taken];
        List<OutputParameter> outputs = [];
        long offset = 0;
        foreach (CheckedLayer layer in layers)
        {
            outputs.Add(new OutputParameter(layer, Unique(LayerDeclaration.IdentifierOf(layer.Name), taken), offset));
            offset = Saturating.Add(offset, layer.Output?.Length ?? 0);
        }

        return outputs;
    }

    /// <summary><c>Aux (10), Scores (10)</c></summary>
    public static string InWords(IEnumerable<OutputParameter> outputs) => string.Join(", ", outputs.Select(output => $"{output.Layer!.Name} ({output.Layer.Output})"));

    /// <summary>The parameters as tensors of their shapes.</summary>
    public static string Tensors(IEnumerable<OutputParameter> outputs, string shapesNamespace) =>
        string.Join(", ", outputs.Select(output => $"global::AlexNetGen.Tensor<{Names.Shape(shapesNamespace, output.Layer?.Output)}> {output.Name}"));

    /// <summary>The part of a span that is this output's.</summary>
    public string SliceOf(string span, string start = "") =>
        $"{span}.Slice({(start.Length == 0 ? Literal.Of(Offset) : Offset == 0 ? start : $"({start}) + {Literal.Of(Offset)}")}, {Literal.Of(Layer!.Output!.Length)})";

    private static string Unique(string layer, HashSet<string> taken)
    {
        string name = SyntaxFacts.IsValidIdentifier(layer) ? CamelCase(layer) : "output";
        if (!taken.Add(name))
        {
            string stem = name + "Output";
            name = stem;
            for (int i = 2; !taken.Add(name); i++)
            {
                name = stem + Formula.Number(i);
            }
        }

        return Names.Escape(name);
    }

    /// <summary><c>AvgPool</c> is avgPool, <c>FC8</c> fc8.</summary>
    private static string CamelCase(string name)
    {
        char[] characters = name.ToCharArray();
        for (int i = 0; i < characters.Length && char.IsUpper(characters[i]) && (i == 0 || i + 1 == characters.Length || !char.IsLower(characters[i + 1])); i++)
        {
            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }
}
