using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Max pools that alone read a convolution whose map outgrows the cache, by Winograd's algorithm with few weights: the two are
/// computed together in bands of rows, by the runtime's <c>PooledConvolution</c>.
/// </summary>
internal sealed partial class PlanBuilder
{
    // Two megabytes, more than a second-level cache: smaller maps gain nothing.
    private const long FewestPooled = 1L << 19;

    private void PoolInBands()
    {
        for (int i = _drafts.Count - 2; i >= 0; i--)
        {
            if (IsPooled(_drafts[i], _drafts[i + 1]))
            {
                PoolInBands(i);
            }
        }
    }

    private bool IsPooled(Draft convolution, Draft pool)
    {
        Buffer? between = convolution.Find("output")?.Buffer;
        return convolution is { Kernel: BatchPlanner.Convolution, Convolution: { } planned }
            && pool is { Kernel: "MaxPooling.Forward", PoolRows: { } rows }
            && between is { Kind: OperandKind.Workspace, Length: >= FewestPooled }
            && pool.Find("input")!.Buffer == between
            && !convolution.Operands.Exists(operand => operand.Name is "addend" or "scale")
            && _drafts.Count(draft => Uses(draft, between)) == 2
            && PooledRoom.For(planned, rows) is not null;
    }

    private void PoolInBands(int first)
    {
        Draft convolution = _drafts[first], pool = _drafts[first + 1];
        Buffer between = pool.Find("input")!.Buffer!;
        Buffer scratch = NewBuffer(PooledRoom.For(convolution.Convolution!, pool.PoolRows!.Value)!.Value);
        Separate(first, "Pooled");
        SetConstants(first, ("ScratchLength", scratch.Length));
        List<DraftOperand> operands =
        [
            convolution.Find("input")!,
            convolution.Find("weights")!,
            new(BatchPlanner.Scratch, scratch),
            pool.Find("output")!,
            pool.Find("team")!,
            .. convolution.Operands.Where(operand => operand.Name == "normalization"),
        ];
        foreach (DraftOperand operand in operands)
        {
            operand.Buffer?.UseAt(between.LastStep);
        }

        _rows[convolution.Row] = _rows[convolution.Row] with { Reason = $"{_rows[convolution.Row].Reason}; a band of rows at a time, each then through {pool.Declared}" };
        string together = $"With {convolution.Declared}, a band of rows at a time: the map between them is never whole in memory.";
        string comment = string.Join("\n", new[] { convolution.Comment, pool.Comment, together }.OfType<string>());
        TypeArgument geometries = _drafts[first].TypeArgument! with { Second = pool.TypeArgument!.Name };
        _drafts[first] = new Draft(pool.Layer, comment, "PooledConvolution.Forward", geometries, operands) { FirstLayer = convolution.Layer };
        _drafts.RemoveAt(first + 1);
        _buffers.Remove(between);
        if (convolution.Find(BatchPlanner.Scratch)!.Buffer is { Kind: OperandKind.Workspace } alone)
        {
            _buffers.Remove(alone);
        }
    }
}
