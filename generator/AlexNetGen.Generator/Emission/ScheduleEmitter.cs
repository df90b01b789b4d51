using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the kernel calls of a schedule.</summary>
internal static class ScheduleEmitter
{
    /// <summary>A longer call has each argument on a line of its own.</summary>
    private const int LongestLine = 140;

    /// <summary>Writes steps, each layer's after its comment, and tells the clock where a layer ends.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="shapesNamespace">The namespace of the shapes.</param>
    /// <param name="text">Writes an operand.</param>
    /// <param name="layers">The layers in order, where a clock is told.</param>
    public static void Emit(SourceWriter writer, IReadOnlyList<Step> steps, string shapesNamespace, Func<Operand, string> text, IReadOnlyList<string>? layers = null)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            if (step.Comment is not null)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                writer.Lines(CommentLines(step.Comment));
            }

            Emit(writer, step, shapesNamespace, text, layers);
            if (layers is not null && step.FirstLayer is null && (i == steps.Count - 1 || steps[i + 1].Layer != step.Layer))
            {
                writer.Line($"clock?.Done({Number(step.Layer, layers)});");
            }
        }
    }

    /// <summary>A comment, a line for each layer.</summary>
    public static string[] CommentLines(string comment) => [.. comment.Split('\n').Select(line => "// " + line)];

    private static string Number(string layer, IReadOnlyList<string> layers) => Literal.Of(layers.ToList().IndexOf(layer));

    // Two layers that are computed together tell the clock themselves.
    private static void Emit(SourceWriter writer, Step step, string shapesNamespace, Func<Operand, string> text, IReadOnlyList<string>? layers)
    {
        string[] clock = layers is null || step.FirstLayer is null ? [] : ["clock: clock", $"firstLayer: {Number(step.FirstLayer, layers)}", $"layer: {Number(step.Layer, layers)}"];
        string[] operands = [.. step.Operands.Select(text), .. clock];
        if (step.Kernel is null)
        {
            writer.Line($"{operands[0]}.CopyTo({operands[1]});");
            return;
        }

        string typeArgument = step.TypeArgument is not { } argument ? string.Empty
            : argument.IsShape ? $"<{Names.Shape(shapesNamespace, argument.Name)}>"
            : argument.Second is { } second ? $"<{Names.Escape(argument.Name)}, {Names.Escape(second)}>"
            : $"<{Names.Escape(argument.Name)}>";
        string call = $"{Names.Kernels}{step.Kernel}{typeArgument}(";
        string line = $"{call}{string.Join(", ", operands)});";
        if (operands.Length <= 2 && line.Length <= LongestLine)
        {
            writer.Line(line);
            return;
        }

        writer.Line(call);
        writer.Indent();
        for (int i = 0; i < operands.Length; i++)
        {
            writer.Line(operands[i] + (i == operands.Length - 1 ? ");" : ","));
        }

        writer.Outdent();
    }

    /// <summary>An operand of one image's forward pass.</summary>
    public static string Text(Operand operand, IReadOnlyList<OutputParameter> outputs, IReadOnlyDictionary<string, long> activationOffsets)
    {
        string value = operand.Kind switch
        {
            OperandKind.Input => "input",
            OperandKind.Output => outputs.First(output => output.Field == operand.Field).Name,
            OperandKind.Workspace => $"workspace.Slice({Literal.Of(operand.Offset)}, {Literal.Of(operand.Length)})",
            OperandKind.Team => "team",
            OperandKind.Weights => $"weights.{Names.Escape(operand.Field)}",
            OperandKind.Activation => $"global::System.MemoryExtensions.AsSpan(activations._values, {Literal.Of(activationOffsets[operand.Field])}, {Literal.Of(operand.Length)})",
            _ => "default",
        };
        return operand.Name.Length == 0 ? value : $"{operand.Name}: {value}";
    }
}
