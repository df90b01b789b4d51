using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the forward pass and its overloads.</summary>
internal static class ForwardEmitter
{
    private const string Arguments = "global::AlexNetGen.Execution.ForwardArguments";

    public static void Emit(SourceWriter writer, NetworkPlan plan, string shapesNamespace)
    {
        CheckedNetwork network = plan.Network;
        TypeName type = network.Declaration.Type;
        string name = Names.Literal(type.Name);
        string inputShape = Names.Shape(shapesNamespace, network.Input);
        string outputShape = Names.Shape(shapesNamespace, network.Output);
        string check = $"{Arguments}.Check<{inputShape}, {outputShape}>({name}, input, output);";

        Method($"public void Forward({Names.Input} input, {Names.Output} output)", "/// <inheritdoc/>",
        [
            "LayerWeights weights = LiveWeights;",
            check,
            "float[] workspace = _workspaces.Rent();",
            "ForwardLayers(weights, input, output, workspace);",
            "_workspaces.Return(workspace);",
        ]);
        Method($"public void Forward({Names.Input} input, {Names.Output} output, {Names.Output} workspace)", "/// <inheritdoc/>",
        [
            "LayerWeights weights = LiveWeights;",
            check,
            $"{Arguments}.CheckWorkspace({name}, input, output, workspace, WorkspaceLength);",
            "ForwardLayers(weights, input, output, workspace);",
        ]);
        writer.Line("/// <summary>Computes one output; the shapes are checked by the compiler.</summary>");
        writer.Line($"/// <param name=\"input\">The input, {network.Input}, channels first.</param>");
        writer.Line($"/// <param name=\"output\">The output, {network.Output}, all written. Must not overlap the input.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The tensors overlap.</exception>");
        writer.Line("/// <exception cref=\"global::System.ObjectDisposedException\">The network is disposed.</exception>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public void Forward(global::AlexNetGen.ReadOnlyTensor<{inputShape}> input, global::AlexNetGen.Tensor<{outputShape}> output) =>");
        writer.Line("    Forward(input.Values, output.Values);");
        writer.Line();
        writer.Line("/// <summary>Computes one output and keeps the result of every layer.</summary>");
        writer.Line($"/// <param name=\"input\">{Formula.Count(network.Input!.Length)} values, {network.Input}, channels first.</param>");
        writer.Line($"/// <param name=\"output\">{Formula.Count(network.Output.Length)} values, {network.Output}, all written. Must not overlap the input.</param>");
        writer.Line("/// <param name=\"activations\">Takes the results; not to be used by two calls at once.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A length is wrong, or the spans overlap.</exception>");
        writer.Line("/// <exception cref=\"global::System.ObjectDisposedException\">The network is disposed.</exception>");
        Method($"public void Forward({Names.Input} input, {Names.Output} output, Activations activations)", null,
        [
            "LayerWeights weights = LiveWeights;",
            check,
            "global::System.ArgumentNullException.ThrowIfNull(activations);",
            "float[] workspace = _workspaces.Rent();",
            "ForwardActivations(weights, input, output, workspace, activations);",
            "_workspaces.Return(workspace);",
        ]);
        Method($"public void ForwardBatch({Names.Input} inputs, {Names.Output} outputs, int count)", "/// <inheritdoc/>",
        [
            "LayerWeights weights = LiveWeights;",
            $"{Arguments}.CheckBatch<{inputShape}, {outputShape}>({name}, inputs, outputs, count);",
            "float[] workspace = _workspaces.Rent();",
            "for (int i = 0; i < count; i++)",
            "{",
            "    ForwardLayers(weights, inputs.Slice(i * InputLength, InputLength), outputs.Slice(i * OutputLength, OutputLength), workspace);",
            "}",
            string.Empty,
            "_workspaces.Return(workspace);",
        ]);
        writer.Line("/// <summary>Releases the weights. A forward pass under way ends undisturbed; later ones throw.</summary>");
        Method("public void Dispose()", null, ["_weights = null;", "_workspaces.Clear();", "global::System.GC.SuppressFinalize(this);"]);
        writer.Line(Names.GeneratedCode);
        writer.Line("private LayerWeights LiveWeights =>");
        writer.Line($"    _weights ?? throw new global::System.ObjectDisposedException({name}, {Names.Literal($"{type.Name} is disposed; its weights are gone.")});");
        writer.Line();

        foreach (PlanRow row in plan.Rows)
        {
            writer.Line($"// {row.Layer}, {row.Operation}: {row.Algorithm}; {row.Reason}");
        }

        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardLayers(LayerWeights weights, {Names.Input} input, {Names.Output} output, {Names.Output} workspace)");
        ScheduleEmitter.Emit(writer, plan.Forward, shapesNamespace, new Dictionary<string, long>());
        writer.Close();
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardActivations(LayerWeights weights, {Names.Input} input, {Names.Output} output, {Names.Output} workspace, Activations activations)");
        ScheduleEmitter.Emit(writer, plan.Activations, shapesNamespace, ActivationsEmitter.Offsets(network));
        writer.Close();
        writer.Line();

        void Method(string head, string? documentation, string[] body)
        {
            if (documentation is not null)
            {
                writer.Line(documentation);
            }

            writer.Line(Names.GeneratedCode);
            writer.Open(head);
            writer.Lines(body);
            writer.Close();
            writer.Line();
        }
    }
}
