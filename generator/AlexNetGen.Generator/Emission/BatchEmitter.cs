using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the forward pass of several images.</summary>
internal static class BatchEmitter
{
    private const string Team = "global::AlexNetGen.Execution.Team";

    public static void Emit(SourceWriter writer, NetworkPlan plan, string shapesNamespace, IReadOnlyList<OutputParameter> outputs)
    {
        string name = Names.Literal(plan.Network.Declaration.Type.Name);
        string inputShape = Names.Shape(shapesNamespace, plan.Network.Input);
        string check = outputs.Count == 1
            ? $"{ForwardEmitter.Arguments}.CheckBatch<{inputShape}, {Names.Shape(shapesNamespace, outputs[0].Layer!.Output)}>({name}, inputs, outputs, count);"
            : $"{ForwardEmitter.Arguments}.CheckBatchOutputs<{inputShape}>({name}, inputs, outputs, OutputLength, count);";
        writer.Line("/// <inheritdoc/>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public void ForwardBatch({Names.Input} inputs, {Names.Output} outputs, int count)");
        writer.Lines(ForwardEmitter.Weights);
        writer.Line(check);
        writer.Line($"{Team} team = _team.Enter(work: count * {Literal.Of(plan.Network.Work)}L);");
        if (plan.Batch is { } batch)
        {
            EmitParts(writer, batch);
        }
        else
        {
            writer.Line("ImageWork work = new() { Network = this, Weights = weights, Inputs = inputs, Outputs = outputs };");
            writer.Line("work.Run(count, team);");
        }

        writer.Line("_team.Leave(team);");
        writer.Close();
        writer.Line();
        if (plan.Batch is { } together)
        {
            EmitTogether(writer, together, plan.Network.OutputLength, shapesNamespace, outputs);
        }

        if (plan.Batch is not { First: 0 })
        {
            EmitImageWork(writer, plan, outputs);
        }
    }

    /// <summary>So many images at a time: first each by itself, then all together.</summary>
    private static void EmitParts(SourceWriter writer, BatchPlan batch)
    {
        writer.Line("float[] memory = _batches.Rent();");
        writer.Line($"{Names.Output} batch = _batches.SpanOf(memory);");
        writer.Open($"for (int first = 0; first < count; first += {Literal.Of(batch.Images)})");
        writer.Line($"int images = global::System.Math.Min({Literal.Of(batch.Images)}, count - first);");
        writer.Line($"{Names.Input} input = inputs.Slice(first * InputLength, images * InputLength);");
        if (batch.First > 0)
        {
            writer.Line("ImageWork work = new() { Network = this, Weights = weights, Inputs = input, Outputs = batch };");
            writer.Line("work.Run(images, team);");
        }

        writer.Line("ForwardTogether(weights, input, outputs.Slice(first * OutputLength, images * OutputLength), batch, images, team);");
        writer.Close();
        writer.Line();
        writer.Line("_batches.Return(memory);");
    }

    private static void EmitTogether(SourceWriter writer, BatchPlan batch, long outputLength, string shapesNamespace, IReadOnlyList<OutputParameter> outputs)
    {
        writer.Line("/// <summary>The layers that are computed for several images together, which share one reading of the weights.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"private static void ForwardTogether(LayerWeights weights, {Names.Input} input, {Names.Output} output, {Names.Output} batch, int images, {Team} team)");
        bool isFirst = true;
        foreach (Step step in batch.Steps.Select(Placed))
        {
            if (!isFirst && step.Comment is not null)
            {
                writer.Line();
            }

            isFirst = false;
            if (step.Kernel is BatchPlanner.FullyConnected or BatchPlanner.Convolution)
            {
                writer.Lines(step.Comment is null ? [] : ScheduleEmitter.CommentLines(step.Comment));
                EmitBatchCall(writer, step);
                continue;
            }

            writer.Open("for (int i = 0; i < images; i++)");
            ScheduleEmitter.Emit(writer, [step], shapesNamespace, Row);
            writer.Close();
        }

        writer.Close();
        writer.Line();

        Step Placed(Step step) => step with { Operands = step.Operands.Select(PlacedOperand).ToEquatableArray() };

        // An image's outputs lie after each other.
        Operand PlacedOperand(Operand operand) => operand.Kind != OperandKind.Output ? operand
            : operand with { Offset = outputs.First(output => output.Field == operand.Field).Offset, Stride = outputLength };
    }

    /// <summary>Writes one call for all images: each map is followed by the distance to the next image's.</summary>
    private static void EmitBatchCall(SourceWriter writer, Step step)
    {
        List<string> arguments = [];
        foreach (Operand operand in step.Operands)
        {
            switch (operand.Kind)
            {
                case OperandKind.Team:
                    arguments.AddRange(["images: images", "team: team"]);
                    break;
                case OperandKind.Weights or OperandKind.Empty:
                    arguments.Add(Row(operand));
                    break;
                case OperandKind.Workspace when operand.Name == BatchPlanner.Scratch:
                    arguments.Add($"{operand.Name}: batch.Slice({Literal.Of(operand.Offset)}, {Literal.Of(operand.Length)})");
                    break;
                default:
                    arguments.AddRange([$"{operand.Name}s: {All(operand)}", $"{operand.Name}Stride: {Literal.Of(operand.Stride)}"]);
                    break;
            }
        }

        writer.Line($"{Names.Kernels}{step.Kernel}Batch<{Names.Escape(step.TypeArgument!.Name)}>(");
        writer.Indent();
        for (int i = 0; i < arguments.Count; i++)
        {
            writer.Line(arguments[i] + (i == arguments.Count - 1 ? ");" : ","));
        }

        writer.Outdent();
    }

    /// <summary>Writes what a thread does with one image up to the layers that are computed together, or to the end.</summary>
    private static void EmitImageWork(SourceWriter writer, NetworkPlan plan, IReadOnlyList<OutputParameter> outputs)
    {
        writer.Line("/// <summary>The layers that are computed image by image; several images at once, each on one thread, where there are enough.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open("private ref struct ImageWork : global::AlexNetGen.Execution.IParallelWork");
        writer.Line($"public {plan.Network.Declaration.Type.FullName} Network;");
        writer.Line("public LayerWeights Weights;");
        writer.Line($"public {Names.Input} Inputs;");
        writer.Line($"public {Names.Output} Outputs;");
        writer.Line($"private {Team} _inside;");
        writer.Line();
        writer.Open($"public void Run(int images, {Team} team)");
        writer.Line($"_inside = images < team.Threads ? team : {Team}.Alone;");
        writer.Line($"(images < team.Threads ? {Team}.Alone : team).Run(images, ref this);");
        writer.Close();
        writer.Line();
        writer.Open("public readonly void Run(int i)");
        writer.Line("float[] workspace = Network._workspaces.Rent();");
        writer.Line($"{Names.Output} span = Network._workspaces.SpanOf(workspace);");
        if (plan.Batch is { } batch)
        {
            Operand kept = batch.Kept!;
            Operand single = plan.Forward.Steps[batch.First].Operands[0];
            writer.Line("ForwardMaps(Weights, Inputs.Slice(i * InputLength, InputLength), span, _inside, clock: null);");
            writer.Line($"span.Slice({Literal.Of(single.Offset)}, {Literal.Of(single.Length)}).CopyTo(Outputs.Slice({Literal.Of(kept.Offset)} + (i * {Literal.Of(kept.Stride)})));");
        }
        else
        {
            string slices = outputs.Count == 1 ? "Outputs.Slice(i * OutputLength, OutputLength)" : string.Join(", ", outputs.Select(output => output.SliceOf("Outputs", "i * OutputLength")));
            writer.Line($"ForwardLayers(Weights, Inputs.Slice(i * InputLength, InputLength), {slices}, span, _inside, clock: null);");
        }

        writer.Line("Network._workspaces.Return(workspace);");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>An operand from the first image's on.</summary>
    private static string All(Operand operand) => operand.Offset == 0 && operand.Kind != OperandKind.Workspace ? SpanOf(operand) : $"{SpanOf(operand)}.Slice({Literal.Of(operand.Offset)})";

    /// <summary>An operand of image <c>i</c>.</summary>
    private static string Row(Operand operand)
    {
        string step = $"i * {Literal.Of(operand.Stride)}";
        string start = operand.Offset == 0 && operand.Kind != OperandKind.Workspace ? step : $"{Literal.Of(operand.Offset)} + ({step})";
        string value = operand.Kind switch
        {
            OperandKind.Team => "team",
            OperandKind.Weights => $"weights.{Names.Escape(operand.Field)}",
            OperandKind.Empty => "default",
            _ => $"{SpanOf(operand)}.Slice({start}, {Literal.Of(operand.Length)})",
        };
        return operand.Name.Length == 0 ? value : $"{operand.Name}: {value}";
    }

    private static string SpanOf(Operand operand) => operand.Kind switch
    {
        OperandKind.Input => "input",
        OperandKind.Output => "output",
        _ => "batch",
    };
}
