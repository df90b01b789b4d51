using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Divides a forward pass in two where it can: layers computed image by image, and layers computed for several images at
/// once, which then share one reading of the weights. These are the fully connected ones at the end, and before them the
/// convolutions whose weights are many and whose maps are small.
/// </summary>
internal static class BatchPlanner
{
    public const string Convolution = "Convolution.Forward";

    public const string FullyConnected = "FullyConnected.Forward";

    /// <summary>The operand that no image keeps.</summary>
    public const string Scratch = "scratch";

    /// <summary>The images computed at once; what is computed for all is kept for each.</summary>
    private const int Images = 8;

    /// <summary>Of those, the images whose transformed tiles have room: convolutions read their weights once for so many.</summary>
    private const int ImagesOfConvolutions = 2;

    /// <summary>Rows of 64 bytes, and one more, so that the images do not compete for the same places of a cache.</summary>
    private const int LineValues = 16;

    /// <summary>Null where no fully connected layer is all that the rest reads.</summary>
    public static BatchPlan? Plan(IReadOnlyList<Draft> drafts)
    {
        int first = FirstWhere(drafts, draft => draft.Kernel == FullyConnected);
        if (first < 0)
        {
            return null;
        }

        BatchPlan plan = Divide(drafts, FirstWhere(drafts, draft => draft.SharesWeights || draft.Kernel == FullyConnected));
        return plan.Length <= NetworkChecker.LargestArray ? plan : Divide(drafts, first);
    }

    private static int FirstWhere(IReadOnlyList<Draft> drafts, Func<Draft, bool> begins)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (begins(drafts[i]) && IsAllThatFollows(drafts, i))
            {
                return i;
            }
        }

        return -1;
    }

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
            foreach (DraftOperand operand in drafts[i].Operands.Where(operand => operand.Buffer?.Kind == OperandKind.Workspace))
            {
                Buffer buffer = operand.Buffer!;
                if (!rows.TryGetValue(buffer, out Buffer? row))
                {
                    long length = operand.Name != Scratch ? Images * Stride(buffer) : drafts[i].SharesWeights ? ImagesOfConvolutions * buffer.Length : buffer.Length;
                    rows[buffer] = row = new Buffer(OperandKind.Workspace, length);
                }

                row.UseAt(i);
            }
        }

        long total = WorkspaceLayout.Place(rows.Values);
        Buffer input = drafts[first].Operands[0].Buffer!;
        return new BatchPlan(first, Images, input.Kind == OperandKind.Workspace ? Row(new DraftOperand(null, input)) : null, drafts.Skip(first).Select(draft => draft.Resolve(Row)).ToEquatableArray(), total);

        Operand Row(DraftOperand operand)
        {
            Operand single = operand.Resolve();
            return single.Kind != OperandKind.Workspace ? single with { Stride = single.Length }
                : operand.Name == Scratch ? single with { Offset = rows[operand.Buffer!].Offset, Length = rows[operand.Buffer!].Length }
                : single with { Offset = rows[operand.Buffer!].Offset, Stride = Stride(operand.Buffer!) };
        }
    }

    private static IEnumerable<Buffer> BuffersOf(IEnumerable<Draft> drafts) =>
        drafts.SelectMany(draft => draft.Operands).Select(operand => operand.Buffer).OfType<Buffer>().Where(buffer => buffer.Kind != OperandKind.Empty);

    private static long Stride(Buffer buffer) => ((buffer.Length + LineValues - 1) / LineValues * LineValues) + LineValues;
}
