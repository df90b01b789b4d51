using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Planning;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Emission;

/// <summary>
/// Writes, for a declaration that is wrong, the members it would have, so that no error of C# follows ours. Where
/// analyzers are switched off, they throw the same text.
/// </summary>
internal static class StubEmitter
{
    /// <summary>Holds the text once; two underscores, so that no type of the user's has the name.</summary>
    private const string ErrorClass = "__DeclarationError";

    public static string Emit(CheckedNetwork network, string shapesNamespace)
    {
        TypeName type = network.Declaration.Type;
        SourceWriter writer = new();
        TypeParts.Header(writer);
        TypeParts.HideBase(writer, type);
        TypeParts.Open(writer, type, type.Form switch
        {
            TypeForm.Class => $" : global::AlexNetGen.INetwork<{type.FullName}>",
            TypeForm.Struct => " : global::System.IDisposable",
            _ => string.Empty,
        });
        string qualified = type.Namespace.Length == 0 ? ErrorClass : $"{type.Namespace}.{ErrorClass}";
        string error = $"throw global::{qualified}.Error";
        foreach (LayerDeclaration layer in network.Declaration.Layers.Where(layer => layer.Implementation is not null))
        {
            EmitLayer(writer, layer, error);
        }

        if (type.Form != TypeForm.Other)
        {
            EmitNetwork(writer, Assumption.Of(network), shapesNamespace, error);
        }

        TypeParts.Close(writer, type);
        writer.Line();
        writer.Open($"file static class {ErrorClass}");
        writer.Line($"public static global::System.Exception Error => new global::System.InvalidOperationException({Names.Literal(Message(network))});");
        writer.Close();
        return writer.ToString();
    }

    private static string Message(CheckedNetwork network)
    {
        string[] errors = [.. network.Problems.Where(problem => Rules.IsError(problem.Rule)).Select(problem => $"{problem.Rule}: {problem.Message}")];
        return errors.Length > 0 ? string.Join("\n", errors) : $"{network.Declaration.Type.Name} does not compile.";
    }

    private static void EmitLayer(SourceWriter writer, LayerDeclaration layer, string error)
    {
        writer.Line("/// <summary>Not generated: the declaration is wrong.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open(layer.Implementation!);
        writer.Lines(layer.Accessors.Count == 0 ? [$"{error};"] : [.. layer.Accessors.Select(accessor => $"{accessor} {{ {error}; }}")]);
        writer.Close();
        writer.Line();
    }

    private static void EmitNetwork(SourceWriter writer, CheckedNetwork network, string shapesNamespace, string error)
    {
        string self = network.Declaration.Type.FullName;
        HashSet<string> taken = [.. network.Declaration.Layers.Select(layer => layer.Name), .. network.Declaration.Problems.Select(problem => problem.Place.Argument).OfType<string>()];
        IReadOnlyList<OutputParameter> outputs = OutputParameter.Of(network);
        string input = Names.Shape(shapesNamespace, network.Input);

        Constant("int", "InputLength", network.Input?.Length ?? 0);
        Constant("int", "OutputLength", network.OutputLength);
        Constant("int", "WorkspaceLength", 0);
        Constant("long", "ParameterCount", 0);
        Interface($"static global::AlexNetGen.NetworkDescription global::AlexNetGen.INetwork<{self}>.Description => {error};");
        Member("Description", $"public static global::AlexNetGen.NetworkDescription Description => {error};");
        foreach (string source in new[] { "string path", "global::System.IO.Stream stream", "global::System.ReadOnlySpan<byte> bytes" })
        {
            Interface($"static {self} global::AlexNetGen.INetwork<{self}>.Load({source}) => {error};");
            Member("Load", $"public static {self} Load({source}) => {error};");
            Member("Load", $"public static {self} Load({source}, global::AlexNetGen.InferenceOptions options) => {error};");
            Member("Load", $"public static {self} Load({source}, global::AlexNetGen.LoadOptions options) => {error};");
        }

        Interface($"static {self} global::AlexNetGen.INetwork<{self}>.WithRandomWeights(int seed) => {error};");
        Interface($"static {self} global::AlexNetGen.INetwork<{self}>.Load(string path, global::AlexNetGen.InferenceOptions options) => {error};");
        Interface($"static {self} global::AlexNetGen.INetwork<{self}>.WithRandomWeights(int seed, global::AlexNetGen.InferenceOptions options) => {error};");
        Member("WithRandomWeights", $"public static {self} WithRandomWeights(int seed) => {error};");
        Member("WithRandomWeights", $"public static {self} WithRandomWeights(int seed, global::AlexNetGen.InferenceOptions options) => {error};");
        Member("Save", $"public void Save(string path) => {error};");
        Member("Save", $"public void Save(global::System.IO.Stream stream) => {error};");
        Interface($"void global::AlexNetGen.INetwork<{self}>.SavePacked(string path) => {error};");
        Member("SavePacked", $"public void SavePacked(string path) => {error};");
        foreach (string parameters in new[] { $"{Names.Input} input, {Names.Output} output", $"{Names.Input} input, {Names.Output} output, {Names.Output} workspace" })
        {
            Interface($"void global::AlexNetGen.INetwork<{self}>.Forward({parameters}) => {error};");
            Member("Forward", $"public void Forward({parameters}) => {error};");
        }

        Member("Forward", $"public void Forward(global::AlexNetGen.ReadOnlyTensor<{input}> input, {OutputParameter.Tensors(outputs, shapesNamespace)}) => {error};");
        if (!taken.Contains("Activations"))
        {
            Member("Forward", $"public void Forward({Names.Input} input, {Names.Output} output, Activations activations) => {error};");
        }

        Interface($"void global::AlexNetGen.INetwork<{self}>.ForwardBatch({Names.Input} inputs, {Names.Output} outputs, int count) => {error};");
        Member("ForwardBatch", $"public void ForwardBatch({Names.Input} inputs, {Names.Output} outputs, int count) => {error};");
        Interface($"global::AlexNetGen.NetworkProfile global::AlexNetGen.INetwork<{self}>.Profile({Names.Input} input) => {error};");
        Member("Profile", $"public global::AlexNetGen.NetworkProfile Profile({Names.Input} input) => {error};");
        Interface($"void global::System.IDisposable.Dispose() => {error};");
        Member("Dispose", $"public void Dispose() => {error};");
        if (!taken.Contains("Activations"))
        {
            EmitActivations(writer, network, shapesNamespace, error);
        }

        void Constant(string type, string name, long value)
        {
            Interface($"static {type} global::AlexNetGen.INetwork<{self}>.{name} => {Literal.Of(value)};");
            Member(name, $"public const {type} {name} = {Literal.Of(value)};");
        }

        void Interface(string member)
        {
            if (network.Declaration.Type.Form == TypeForm.Struct && !member.Contains("IDisposable"))
            {
                return;
            }

            writer.Line(Names.GeneratedCode);
            writer.Line(member);
            writer.Line();
        }

        void Member(string name, string member)
        {
            if (!taken.Contains(name))
            {
                writer.Line("/// <summary>Not generated: the declaration is wrong.</summary>");
                writer.Line(Names.GeneratedCode);
                writer.Line(member);
                writer.Line();
            }
        }
    }

    private static void EmitActivations(SourceWriter writer, CheckedNetwork network, string shapesNamespace, string error)
    {
        writer.Line("/// <summary>Not generated: the declaration is wrong.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open("public sealed class Activations");
        HashSet<string> names = [];
        foreach (CheckedLayer layer in network.Layers.Where(layer => names.Add(LayerDeclaration.IdentifierOf(layer.Name)) && SyntaxFacts.IsValidIdentifier(LayerDeclaration.IdentifierOf(layer.Name)) && !GeneratedNames.IsReserved(layer.Name)))
        {
            writer.Line("/// <summary>Not generated: the declaration is wrong.</summary>");
            writer.Line($"public global::AlexNetGen.ReadOnlyTensor<{Names.Shape(shapesNamespace, layer.Output)}> {Names.Escape(LayerDeclaration.IdentifierOf(layer.Name))} => {error};");
        }

        writer.Close();
    }
}
