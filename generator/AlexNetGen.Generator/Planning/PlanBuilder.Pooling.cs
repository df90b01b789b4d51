using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Max pools that alone read a convolution, computed together by the runtime's <c>PooledConvolution</c>: where its map outgrows the
/// cache, by Winograd's algorithm with few weights, in bands of rows; where it is direct, of short sums, and their windows are 2x2
/// side by side, in registers.
/// </summary>
internal sealed partial class PlanBuilder
{
    // Two megabytes, more than a second-level cache: smaller maps gain nothing.
    private const long FewestPooled = 1L << 19;

    // Products of a sum: longer ones take so long that tiles of several vectors of channels gain more than a pool in registers does.
    private const long LongestPooledSum = 160;

    // The functions that keep the order of the values of a window; others would have to come before its largest is taken.
    private static readonly string[] Bounds = [GeometryMember.Activation("None").Value, GeometryMember.Activation("ReLU").Value, GeometryMember.Activation("ReLU6").Value];

    private void JoinPools()
    {
        for (int i = _drafts.Count - 2; i >= 0; i--)
        {
            if (AreJoined(_drafts[i], _drafts[i + 1]))
            {
                JoinPool(i);
            }
        }
    }

    private bool AreJoined(Draft convolution, Draft pool)
    {
        Buffer? between = convolution.Find("output")?.Buffer;
        return convolution is { Kernel: BatchPlanner.Convolution, Convolution: { } planned }
            && pool is { Kernel: "MaxPooling.Forward", Pool: { } windows }
            && between is { Kind: OperandKind.Workspace }
            && (planned.Plans.AreDirect ? FitsRegisters(convolution, planned.Problem) : between.Length >= FewestPooled)
            && pool.Find("input")!.Buffer == between
            && !convolution.Operands.Exists(operand => operand.Name is "addend" or "scale")
            && _drafts.Count(draft => Uses(draft, between)) == 2
            && PooledRoom.For(planned, windows) is not null;
    }

    private bool FitsRegisters(Draft convolution, ConvolutionProblem problem) =>
        problem is { Groups: 1, Width.Dilation: 1 } && problem.Taps * problem.Inputs <= LongestPooledSum
            && Bounds.Contains(GeometryOf(convolution).Members.First(member => member.Name == "Activation").Value);

    private void JoinPool(int first)
    {
        Draft convolution = _drafts[first], pool = _drafts[first + 1];
        Buffer between = pool.Find("input")!.Buffer!;
        bool isInRegisters = convolution.Convolution!.Plans.AreDirect;
        long room = PooledRoom.For(convolution.Convolution, pool.Pool!)!.Value;
        Buffer scratch = room == 0 ? Buffer.None : NewBuffer(room);
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

        string way = isInRegisters ? $"a window of {pool.Declared} at a time, of which only the largest value is written" : $"a band of rows at a time, each then through {pool.Declared}";
        _rows[convolution.Row] = _rows[convolution.Row] with { Reason = $"{_rows[convolution.Row].Reason}; {way}" };
        string together = isInRegisters
            ? $"With {convolution.Declared}, a window at a time: the map between them is never in memory."
            : $"With {convolution.Declared}, a band of rows at a time: the map between them is never whole in memory.";
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
