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
        IReadOnlyList<OutputParameter> outputs = OutputParameter.Of(network);
        bool isOne = outputs.Count == 1;
        string outputShape = Names.Shape(shapesNamespace, outputs[0].Layer!.Output);
        string check = isOne
            ? $"{Arguments}.Check<{inputShape}, {outputShape}>({name}, input, output);"
            : $"{Arguments}.CheckOutputs<{inputShape}>({name}, input, output, OutputLength);";
        string inOutput = isOne ? "output" : string.Join(", ", outputs.Select(output => output.SliceOf("output")));
        string inOutputs = isOne
            ? "outputs.Slice(i * OutputLength, OutputLength)"
            : string.Join(", ", outputs.Select(output => output.SliceOf("outputs", "i * OutputLength")));

        Method($"public void Forward({Names.Input} input, {Names.Output} output)", "/// <inheritdoc/>",
        [
            "LayerWeights weights = LiveWeights;",
            check,
            "float[] workspace = _workspaces.Rent();",
            $"ForwardLayers(weights, input, {inOutput}, workspace);",
            "_workspaces.Return(workspace);",
        ]);
        Method($"public void Forward({Names.Input} input, {Names.Output} output, {Names.Output} workspace)", "/// <inheritdoc/>",
        [
            "LayerWeights weights = LiveWeights;",
            check,
            $"{Arguments}.CheckWorkspace({name}, input, output, workspace, WorkspaceLength);",
            $"ForwardLayers(weights, input, {inOutput}, workspace);",
        ]);
        EmitTyped();
        writer.Line("/// <summary>Computes one output and keeps the result of every layer.</summary>");
        writer.Line($"/// <param name=\"input\">{Formula.Count(network.Input!.Length)} values, {network.Input}, channels first.</param>");
        writer.Line($"/// <param name=\"output\">{Formula.Count(network.OutputLength)} values, {(isOne ? outputs[0].Layer!.Output!.ToString() : OutputParameter.InWords(outputs) + " after each other")}, all written. Must not overlap the input.</param>");
        writer.Line("/// <param name=\"activations\">Takes the results; not to be used by two calls at once.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A length is wrong, or the spans overlap.</exception>");
        writer.Line("/// <exception cref=\"global::System.ObjectDisposedException\">The network is disposed.</exception>");
        Method($"public void Forward({Names.Input} input, {Names.Output} output, Activations activations)", null,
        [
            "LayerWeights weights = LiveWeights;",
            check,
            "global::System.ArgumentNullException.ThrowIfNull(activations);",
            "float[] workspace = _workspaces.Rent();",
            $"ForwardActivations(weights, input, {inOutput}, workspace, activations);",
            "_workspaces.Return(workspace);",
        ]);
        Method($"public void ForwardBatch({Names.Input} inputs, {Names.Output} outputs, int count)", "/// <inheritdoc/>",
        [
            "LayerWeights weights = LiveWeights;",
            isOne ? $"{Arguments}.CheckBatch<{inputShape}, {outputShape}>({name}, inputs, outputs, count);" : $"{Arguments}.CheckBatchOutputs<{inputShape}>({name}, inputs, outputs, OutputLength, count);",
            "float[] workspace = _workspaces.Rent();",
            "for (int i = 0; i < count; i++)",
            "{",
            $"    ForwardLayers(weights, inputs.Slice(i * InputLength, InputLength), {inOutputs}, workspace);",
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

        string spans = string.Join(", ", outputs.Select(output => $"{Names.Output} {output.Name}"));
        foreach (PlanRow row in plan.Rows)
        {
            writer.Line($"// {row.Layer}, {row.Operation}: {row.Algorithm}; {row.Reason}");
        }

        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardLayers(LayerWeights weights, {Names.Input} input, {spans}, {Names.Output} workspace)");
        ScheduleEmitter.Emit(writer, plan.Forward, shapesNamespace, outputs, new Dictionary<string, long>());
        writer.Close();
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardActivations(LayerWeights weights, {Names.Input} input, {spans}, {Names.Output} workspace, Activations activations)");
        ScheduleEmitter.Emit(writer, plan.Activations, shapesNamespace, outputs, ActivationsEmitter.Offsets(network));
        writer.Close();
        writer.Line();

        void EmitTyped()
        {
            writer.Line($"/// <summary>Computes {(isOne ? "one output" : "the outputs of one input")}; the shapes are checked by the compiler.</summary>");
            writer.Line($"/// <param name=\"input\">The input, {network.Input}, channels first.</param>");
            foreach (OutputParameter output in outputs)
            {
                writer.Line($"/// <param name=\"{output.Name.TrimStart('@')}\">The output{(isOne ? string.Empty : $" {output.Layer!.Name}")}, {output.Layer!.Output}, all written. Must not overlap the input{(isOne ? string.Empty : ", or another output")}.</param>");
            }

            writer.Line("/// <exception cref=\"global::System.ArgumentException\">The tensors overlap.</exception>");
            writer.Line("/// <exception cref=\"global::System.ObjectDisposedException\">The network is disposed.</exception>");
            string head = $"public void Forward(global::AlexNetGen.ReadOnlyTensor<{inputShape}> input, {OutputParameter.Tensors(outputs, shapesNamespace)})";
            if (isOne)
            {
                writer.Line(Names.GeneratedCode);
                writer.Line(head + " =>");
                writer.Line("    Forward(input.Values, output.Values);");
                writer.Line();
                return;
            }

            Method(head, null,
            [
                "LayerWeights weights = LiveWeights;",
                .. outputs.Select(output => $"{Arguments}.Check<{inputShape}, {Names.Shape(shapesNamespace, output.Layer!.Output)}>({name}, input.Values, {output.Name}.Values, {Names.Literal(output.Name.TrimStart('@'))});"),
                .. outputs.SelectMany((output, i) => outputs.Take(i).Select(other => $"{Arguments}.CheckApart({name}, {output.Name}.Values, {Names.Literal(output.Name.TrimStart('@'))}, {other.Name}.Values, {Names.Literal(other.Name.TrimStart('@'))});")),
                "float[] workspace = _workspaces.Rent();",
                $"ForwardLayers(weights, input.Values, {string.Join(", ", outputs.Select(output => output.Name + ".Values"))}, workspace);",
                "_workspaces.Return(workspace);",
            ]);
        }

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
