using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the storage for every layer's result, typed.</summary>
internal static class ActivationsEmitter
{
    /// <summary>Where each layer's result begins.</summary>
    public static Dictionary<string, long> Offsets(CheckedNetwork network)
    {
        Dictionary<string, long> offsets = [];
        long offset = 0;
        foreach (CheckedLayer layer in network.Layers)
        {
            offsets[LayerDeclaration.IdentifierOf(layer.Name)] = offset;
            offset += layer.Output!.Length;
        }

        return offsets;
    }

    public static void Emit(SourceWriter writer, CheckedNetwork network, string shapesNamespace)
    {
        Dictionary<string, long> offsets = Offsets(network);
        writer.Line($"/// <summary>Storage for the result of every layer of {network.Declaration.Type.Name}, filled by Forward; not to be filled by two calls at once.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open("public sealed class Activations");
        writer.Line($"internal readonly float[] _values = new float[{Literal.Of(network.Layers.Sum(layer => layer.Output!.Length))}];");
        foreach (CheckedLayer layer in network.Layers)
        {
            writer.Line();
            writer.Line($"/// <summary>The result of {layer.Name}, {layer.Output}, channels first.</summary>");
            writer.Line($"public global::AlexNetGen.ReadOnlyTensor<{Names.Shape(shapesNamespace, layer.Output)}> {Names.Escape(LayerDeclaration.IdentifierOf(layer.Name))} =>");
            writer.Line($"    new(global::System.MemoryExtensions.AsSpan(_values, {Literal.Of(offsets[LayerDeclaration.IdentifierOf(layer.Name)])}, {Literal.Of(layer.Output!.Length)}));");
        }

        writer.Close();
        writer.Line();
    }
}
