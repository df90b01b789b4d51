using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the kernel calls of a schedule.</summary>
internal static class ScheduleEmitter
{
    /// <summary>A longer call has each argument on a line of its own.</summary>
    private const int LongestLine = 140;

    public static void Emit(SourceWriter writer, Schedule schedule, string shapesNamespace, IReadOnlyList<OutputParameter> outputs, IReadOnlyDictionary<string, long> activationOffsets)
    {
        bool first = true;
        foreach (Step step in schedule.Steps)
        {
            if (step.Comment is not null)
            {
                if (!first)
                {
                    writer.Line();
                }

                writer.Line("// " + step.Comment);
            }

            first = false;
            Emit(writer, step, shapesNamespace, outputs, activationOffsets);
        }
    }

    private static void Emit(SourceWriter writer, Step step, string shapesNamespace, IReadOnlyList<OutputParameter> outputs, IReadOnlyDictionary<string, long> activationOffsets)
    {
        string[] operands = [.. step.Operands.Select(operand => Text(operand, outputs, activationOffsets))];
        if (step.Kernel is null)
        {
            writer.Line($"{operands[0]}.CopyTo({operands[1]});");
            return;
        }

        string typeArgument = step.TypeArgument is not { } argument ? string.Empty
            : argument.IsShape ? $"<{Names.Shape(shapesNamespace, argument.Name)}>"
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

    private static string Text(Operand operand, IReadOnlyList<OutputParameter> outputs, IReadOnlyDictionary<string, long> activationOffsets)
    {
        string value = operand.Kind switch
        {
            OperandKind.Input => "input",
            OperandKind.Output => outputs.First(output => output.Field == operand.Field).Name,
            OperandKind.Workspace => $"workspace.Slice({Literal.Of(operand.Offset)}, {Literal.Of(operand.Length)})",
            OperandKind.Weights => $"weights.{Names.Escape(operand.Field)}",
            OperandKind.Activation => $"global::System.MemoryExtensions.AsSpan(activations._values, {Literal.Of(activationOffsets[operand.Field])}, {Literal.Of(operand.Length)})",
            _ => "default",
        };
        return operand.Name.Length == 0 ? value : $"{operand.Name}: {value}";
    }
}
