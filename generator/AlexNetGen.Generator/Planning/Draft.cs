using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>A kernel call whose buffers are not yet placed.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Comment">What it computes; null where the call belongs to the one before.</param>
/// <param name="Kernel">The kernel and method; null where values are only copied.</param>
/// <param name="TypeArgument">The geometry or shape struct.</param>
/// <param name="Operands">Its arguments.</param>
internal sealed record Draft(string Layer, string? Comment, string? Kernel, TypeArgument? TypeArgument, List<DraftOperand> Operands)
{
    /// <summary>Whether reading its weights takes longer than multiplying with them, unless several images share them.</summary>
    public bool SharesWeights { get; init; }

    /// <summary>The convolution that it computes; null where it is none.</summary>
    public PlannedConvolution? Convolution { get; init; }

    /// <summary>The layer as it is declared.</summary>
    public string Declared { get; init; } = string.Empty;

    /// <summary>A convolution's place among the notes of how they are computed.</summary>
    public int Row { get; init; }

    /// <summary>The pool that it computes; null where it is none.</summary>
    public PlannedPool? Pool { get; init; }

    /// <summary>The layer of the first of two operations that it computes; null where it is one.</summary>
    public string? FirstLayer { get; init; }

    /// <summary>An argument by its name; null where there is none.</summary>
    public DraftOperand? Find(string operand) => Operands.Find(other => other.Name == operand);

    public Step Resolve(Func<DraftOperand, Operand> operand) =>
        new(Layer, Comment, Kernel, TypeArgument, Operands.Select(operand).ToEquatableArray()) { FirstLayer = FirstLayer };
}

/// <summary>An argument of a drafted call: a buffer, weights, or the team.</summary>
internal sealed record DraftOperand(string? Name, Buffer? Buffer, OperandKind Kind = OperandKind.Weights, string Field = "")
{
    public Operand Resolve() => Buffer is null
        ? new Operand(Name ?? string.Empty, Kind, Field: Field)
        : new Operand(Name ?? string.Empty, Buffer.Kind, Buffer.Offset, Buffer.Length, Field: Buffer.Field);
}
