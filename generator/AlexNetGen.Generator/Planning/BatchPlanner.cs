using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Divides a forward pass in two where it can: layers computed image by image, and from the first fully connected
/// layer on, layers computed for several images at once, which then share one reading of the weights.
/// </summary>
internal static class BatchPlanner
{
    /// <summary>The images computed at once; their vectors, and no feature maps, are kept for each.</summary>
    private const int Images = 8;

    /// <summary>Rows of 64 bytes, and one more, so that the images do not compete for the same places of a cache.</summary>
    private const int LineValues = 16;

    /// <summary>Null where no fully connected layer is all that the rest reads.</summary>
    public static BatchPlan? Plan(IReadOnlyList<Draft> drafts)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Kernel == FullyConnected && IsAllThatFollows(drafts, i))
            {
                return Divide(drafts, i);
            }
        }

        return null;
    }

    public const string FullyConnected = "FullyConnected.Forward";

    private static bool IsAllThatFollows(IReadOnlyList<Draft> drafts, int first)
    {
        Buffer input = drafts[first].Operands[0].Buffer!;
        HashSet<Buffer> before = [.. BuffersOf(drafts.Take(first))];
        return !before.Any(buffer => buffer.Kind == OperandKind.Output)
            && BuffersOf(drafts.Skip(first)).All(buffer => buffer == input || (!before.Contains(buffer) && buffer.Kind != OperandKind.Input));
    }

    private static BatchPlan Divide(IReadOnlyList<Draft> drafts, int first)
    {
        Dictionary<Buffer, Buffer> rows = [];
        for (int i = first; i < drafts.Count; i++)
        {
            foreach (Buffer buffer in BuffersOf([drafts[i]]).Where(buffer => buffer.Kind == OperandKind.Workspace))
            {
                if (!rows.TryGetValue(buffer, out Buffer? row))
                {
                    rows[buffer] = row = new Buffer(OperandKind.Workspace, Images * Stride(buffer));
                }

                row.UseAt(i);
            }
        }

        long length = WorkspaceLayout.Place(rows.Values);
        Buffer input = drafts[first].Operands[0].Buffer!;
        return new BatchPlan(first, Images, input.Kind == OperandKind.Workspace ? Row(new DraftOperand(null, input)) : null, drafts.Skip(first).Select(draft => draft.Resolve(Row)).ToEquatableArray(), length);

        Operand Row(DraftOperand operand)
        {
            Operand single = operand.Resolve();
            return single.Kind == OperandKind.Workspace
                ? single with { Offset = rows[operand.Buffer!].Offset, Stride = Stride(operand.Buffer!) }
                : single with { Stride = single.Length };
        }
    }

    private static IEnumerable<Buffer> BuffersOf(IEnumerable<Draft> drafts) =>
        drafts.SelectMany(draft => draft.Operands).Select(operand => operand.Buffer).OfType<Buffer>().Where(buffer => buffer.Kind != OperandKind.Empty);

    private static long Stride(Buffer buffer) => ((buffer.Length + LineValues - 1) / LineValues * LineValues) + LineValues;
}
