namespace AlexNetGen.Generator.Planning;

/// <summary>Values that live from the step that writes them to the last one that reads them.</summary>
internal sealed class Buffer(OperandKind kind, long length)
{
    public static Buffer None { get; } = new(OperandKind.Empty, 0);

    public OperandKind Kind { get; set; } = kind;

    public long Length { get; } = length;

    /// <summary>Where it begins in the workspace, once placed.</summary>
    public long Offset { get; set; }

    /// <summary>The layer whose activation or output it is.</summary>
    public string Field { get; set; } = string.Empty;

    /// <summary>Whether several layers read it, so that none may write over it.</summary>
    public bool IsShared { get; set; }

    public int FirstStep { get; private set; } = int.MaxValue;

    public int LastStep { get; private set; } = -1;

    public void UseAt(int step)
    {
        if (Kind == OperandKind.Workspace)
        {
            FirstStep = Math.Min(FirstStep, step);
            LastStep = Math.Max(LastStep, step);
        }
    }

    /// <summary>Takes the values of another in: lives as long as either.</summary>
    public void LiveAs(Buffer other)
    {
        FirstStep = Math.Min(FirstStep, other.FirstStep);
        LastStep = Math.Max(LastStep, other.LastStep);
    }

    public bool LivesWith(Buffer other) => FirstStep <= other.LastStep && other.FirstStep <= LastStep;
}
