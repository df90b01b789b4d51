using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the forward pass and its overloads.</summary>
internal static class ForwardEmitter
{
    public const string Arguments = "global::AlexNetGen.Execution.ForwardArguments";
    public const string Aligned = "_workspaces.SpanOf(workspace)";

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
            .. Weights,
            check,
            .. InWorkspace(network, $"ForwardLayers(weights, input, {inOutput}, {Aligned}, team, clock: null);"),
        ]);
        Method($"public void Forward({Names.Input} input, {Names.Output} output, {Names.Output} workspace)", "/// <inheritdoc/>",
        [
            .. Weights,
            check,
            $"{Arguments}.CheckWorkspace({name}, input, output, workspace, WorkspaceLength);",
            $"global::AlexNetGen.Execution.Team team = _team.Enter(work: {Literal.Of(network.Work)});",
            $"ForwardLayers(weights, input, {inOutput}, workspace, team, clock: null);",
            "_team.Leave(team);",
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
            .. Weights,
            check,
            "global::System.ArgumentNullException.ThrowIfNull(activations);",
            .. InWorkspace(network, $"ForwardActivations(weights, input, {inOutput}, {Aligned}, team, activations);"),
        ]);
        BatchEmitter.Emit(writer, plan, shapesNamespace, outputs);
        ProfileEmitter.Emit(writer, network, check, $"ForwardLayers(weights, input, {inOutput}, {Aligned}, team, clock);");
        writer.Line("/// <summary>Releases the weights and ends the workers. A forward pass under way ends undisturbed; later ones throw.</summary>");
        Method("public void Dispose()", null, ["_weights = null;", "_memory.Dispose();", "_team.Dispose();", "_workspaces.Clear();", .. plan.Batch is null ? Array.Empty<string>() : ["_batches.Clear();"], "global::System.GC.SuppressFinalize(this);"]);
        writer.Line(Names.GeneratedCode);
        writer.Line("private LayerWeights LiveWeights =>");
        writer.Line($"    _weights ?? throw new global::System.ObjectDisposedException({name}, {Names.Literal($"{type.Name} is disposed; its weights are gone.")});");
        writer.Line();

        EmitLayers(writer, plan, shapesNamespace, outputs);

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
                .. Weights,
                .. outputs.Select(output => $"{Arguments}.Check<{inputShape}, {Names.Shape(shapesNamespace, output.Layer!.Output)}>({name}, input.Values, {output.Name}.Values, {Names.Literal(output.Name.TrimStart('@'))});"),
                .. outputs.SelectMany((output, i) => outputs.Take(i).Select(other => $"{Arguments}.CheckApart({name}, {output.Name}.Values, {Names.Literal(output.Name.TrimStart('@'))}, {other.Name}.Values, {Names.Literal(other.Name.TrimStart('@'))});")),
                .. InWorkspace(network, $"ForwardLayers(weights, input.Values, {string.Join(", ", outputs.Select(output => output.Name + ".Values"))}, {Aligned}, team, clock: null);"),
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

    /// <summary>The weights, kept until the method ends.</summary>
    public static string[] Weights =>
    [
        "LayerWeights weights = LiveWeights;",
        "using global::AlexNetGen.Weights.WeightsLease lease = _memory.Enter();",
    ];

    /// <summary>A statement with a workspace of the network's and its team.</summary>
    public static string[] InWorkspace(CheckedNetwork network, string statement) =>
    [
        "float[] workspace = _workspaces.Rent();",
        $"global::AlexNetGen.Execution.Team team = _team.Enter(work: {Literal.Of(network.Work)});",
        statement,
        "_team.Leave(team);",
        "_workspaces.Return(workspace);",
    ];

    /// <summary>Writes the kernel calls: image by image up to the batch's first step, if there is one, and then the rest.</summary>
    private static void EmitLayers(SourceWriter writer, NetworkPlan plan, string shapesNamespace, IReadOnlyList<OutputParameter> outputs)
    {
        string[] layers = [.. plan.Network.Layers.Select(layer => LayerDeclaration.IdentifierOf(layer.Name))];
        string spans = string.Join(", ", outputs.Select(output => $"{Names.Output} {output.Name}"));
        string rest = $"{Names.Output} workspace, global::AlexNetGen.Execution.Team team";
        Dictionary<string, long> none = [];
        int first = plan.Batch?.First ?? 0;
        foreach (PlanRow row in plan.Rows)
        {
            writer.Line($"// {row.Layer}, {row.Operation}: {row.Algorithm}; {row.Reason}");
        }

        if (first > 0)
        {
            writer.Line(Names.GeneratedCode);
            writer.Open($"private static void ForwardMaps(LayerWeights weights, {Names.Input} input, {rest}, global::AlexNetGen.Execution.LayerClock? clock)");
            ScheduleEmitter.Emit(writer, [.. plan.Forward.Steps.Take(first)], shapesNamespace, OfOne, layers);
            writer.Close();
            writer.Line();
        }

        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardLayers(LayerWeights weights, {Names.Input} input, {spans}, {rest}, global::AlexNetGen.Execution.LayerClock? clock)");
        if (first > 0)
        {
            writer.Line("ForwardMaps(weights, input, workspace, team, clock);");
            writer.Line();
        }

        ScheduleEmitter.Emit(writer, [.. plan.Forward.Steps.Skip(first)], shapesNamespace, OfOne, layers);
        writer.Close();
        writer.Line();
        Dictionary<string, long> offsets = ActivationsEmitter.Offsets(plan.Network);
        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardActivations(LayerWeights weights, {Names.Input} input, {spans}, {rest}, Activations activations)");
        ScheduleEmitter.Emit(writer, plan.Activations.Steps, shapesNamespace, operand => ScheduleEmitter.Text(operand, outputs, offsets));
        writer.Close();
        writer.Line();

        string OfOne(Operand operand) => ScheduleEmitter.Text(operand, outputs, none);
    }
}
