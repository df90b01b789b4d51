namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Finds convolutions that add a map which nobody reads after them, and has them write over it: the result needs no memory of
/// its own, which would first have to be brought into cache.
/// </summary>
internal static class SumsInPlace
{
    /// <summary>Gives such convolutions the map that they add as their output.</summary>
    /// <param name="drafts">The drafts in order.</param>
    /// <param name="buffers">The buffers, from which those that are needed no more are taken out.</param>
    public static void Join(IReadOnlyList<Draft> drafts, List<Buffer> buffers)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Convolution is { Problem.Groups: 1 }
                && drafts[i].Find("addend")?.Buffer is { Kind: OperandKind.Workspace } addend
                && drafts[i].Find("output")?.Buffer is { Kind: OperandKind.Workspace } output
                && addend.Length == output.Length
                && addend.LastStep == i
                && drafts[i].Operands.Count(operand => operand.Buffer == addend) == 1)
            {
                buffers.Remove(output);
                Replace(drafts, i, output, addend);
            }
        }
    }

    private static void Replace(IReadOnlyList<Draft> drafts, int first, Buffer old, Buffer by)
    {
        by.IsShared |= old.IsShared;
        for (int i = first; i < drafts.Count; i++)
        {
            List<DraftOperand> operands = drafts[i].Operands;
            for (int j = 0; j < operands.Count; j++)
            {
                if (operands[j].Buffer == old)
                {
                    operands[j] = operands[j] with { Buffer = by };
                    by.UseAt(i);
                }
            }
        }
    }
}
