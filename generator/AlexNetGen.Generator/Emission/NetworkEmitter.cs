using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the generated part of a network's class.</summary>
internal static class NetworkEmitter
{
    public static string Emit(NetworkPlan plan, string shapesNamespace)
    {
        CheckedNetwork network = plan.Network;
        TypeName type = network.Declaration.Type;
        SourceWriter writer = new();
        TypeParts.Header(writer);
        TypeParts.HideBase(writer, type);
        TypeParts.Open(writer, type, $" : global::AlexNetGen.INetwork<{type.FullName}>", Remarks(network));
        writer.Line(Names.GeneratedCode);
        writer.Line("private LayerWeights? _weights;");
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Line($"private readonly global::AlexNetGen.Execution.WorkspacePool _workspaces = new({Literal.Of(Math.Max(plan.Forward.WorkspaceLength, plan.Activations.WorkspaceLength))});");
        writer.Line();
        if (plan.Batch is { } batch)
        {
            writer.Line(Names.GeneratedCode);
            writer.Line($"private readonly global::AlexNetGen.Execution.WorkspacePool _batches = new({Literal.Of(batch.Length)});");
            writer.Line();
        }

        writer.Line(Names.GeneratedCode);
        writer.Line("private readonly global::AlexNetGen.Execution.Team _team = global::AlexNetGen.Execution.Team.Alone;");
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Line("private readonly global::AlexNetGen.Weights.WeightsMemory _memory = global::AlexNetGen.Weights.WeightsMemory.Owned;");
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Open($"private {Names.Escape(type.Name)}({Names.Tensors} tensors, {Names.Runtime}InferenceOptions options)");
        writer.Line("global::System.ArgumentNullException.ThrowIfNull(options);");
        writer.Line($"_weights = new LayerWeights({WeightsEmitter.Arguments(plan)});");
        writer.Line("_team = new global::AlexNetGen.Execution.Team(options);");
        writer.Line("_memory = global::AlexNetGen.Weights.WeightsMemory.Of(tensors);");
        writer.Close();
        writer.Line();
        EmitLengths(writer, plan);
        EmitLayers(writer, network);
        DescriptionEmitter.Emit(writer, network, plan.Rows);
        LoadEmitter.Emit(writer, type);
        ForwardEmitter.Emit(writer, plan, shapesNamespace);
        ActivationsEmitter.Emit(writer, network, shapesNamespace);
        WeightsEmitter.Emit(writer, plan);
        TypeParts.Close(writer, type);
        foreach (Geometry geometry in plan.Geometries)
        {
            GeometryEmitter.Emit(writer, geometry);
        }

        return writer.ToString();
    }

    private static IEnumerable<string> Remarks(CheckedNetwork network)
    {
        CheckedLayer largest = network.Layers.OrderByDescending(layer => layer.Output!.Length).First();
        yield return "<remarks>";
        yield return $"<para>{network.Input} -> {string.Join(", ", network.Outputs.Select(layer => layer.Output))}; {Formula.Count(network.Parameters)} parameters; {Formula.Count(network.MultiplyAdds)} multiply-adds.</para>";
        yield return $"<para>Largest activation: {largest.Name}, {(largest.Output!.IsVector ? string.Empty : $"{largest.Output} = ")}{Formula.Count(largest.Output.Length)} values.</para>";
        yield return "</remarks>";
    }

    private static void EmitLengths(SourceWriter writer, NetworkPlan plan)
    {
        CheckedNetwork network = plan.Network;
        Constant("int", "InputLength", network.Input!.Length, $"The number of values of one input, {network.Input}.");
        IReadOnlyList<OutputParameter> outputs = OutputParameter.Of(network);
        Constant("int", "OutputLength", network.OutputLength, outputs.Count == 1
            ? $"The number of values of one output, {outputs[0].Layer!.Output}."
            : $"The number of values of all outputs after each other: {OutputParameter.InWords(outputs)}.");
        Constant("int", "WorkspaceLength", plan.Forward.WorkspaceLength, "The number of values a workspace must hold.");
        Constant("long", "ParameterCount", network.Parameters, "The number of learned values, as PyTorch's parameters() counts them.");

        void Constant(string type, string name, long value, string summary)
        {
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line(Names.GeneratedCode);
            writer.Line($"public const {type} {name} = {Literal.Of(value)};");
            writer.Line();
            writer.Line(Names.GeneratedCode);
            writer.Line($"static {type} global::AlexNetGen.INetwork<{network.Declaration.Type.FullName}>.{name} => {name};");
            writer.Line();
        }
    }

    private static void EmitLayers(SourceWriter writer, CheckedNetwork network)
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            LayerDeclaration declaration = network.Declaration.Layers[i];
            if (declaration.Implementation is null)
            {
                // Within a block, where no member declares it.
                continue;
            }

            foreach (string line in LayerDocumentation.Of(declaration, network, i))
            {
                writer.Line("/// " + line);
            }

            writer.Line(Names.GeneratedCode);
            writer.Line($"{declaration.Implementation} => Description.Layers[{i}];");
            writer.Line();
        }
    }
}
