using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>What does not fit, still to be explained.</summary>
/// <param name="Layer">The number of the layer.</param>
/// <param name="Operation">The number of the operation in it.</param>
internal abstract record Failure(int Layer, int Operation)
{
    /// <summary>The rule that is broken.</summary>
    public abstract string Rule { get; }

    /// <summary>The problem without its text, for trying out a remedy.</summary>
    public Problem Bare => new(Rule, Place.OperationArgument(Layer, Operation), string.Empty);
}

/// <summary>A window whose rounding is not accepted.</summary>
/// <param name="Layer">The number of the layer.</param>
/// <param name="Operation">The number of the operation in it.</param>
/// <param name="Height">The rows.</param>
/// <param name="Width">The columns.</param>
/// <param name="Rounding">The rounding that does not accept one of them.</param>
internal sealed record WindowFailure(int Layer, int Operation, Window Height, Window Width, WindowRule Rounding) : Failure(Layer, Operation)
{
    public override string Rule => Rules.OutputLength;
}

/// <summary>Inputs of a merging operation that do not go together.</summary>
/// <param name="Layer">The number of the layer that merges.</param>
/// <param name="Operation">The number of the operation in it.</param>
/// <param name="Argument">The input that does not go with the first, as written; null for the result so far.</param>
/// <param name="Left">The first input.</param>
/// <param name="Right">The one that does not go with it.</param>
/// <param name="Text">What the operation needs, and what it has.</param>
internal sealed record MergeFailure(int Layer, int Operation, string? Argument, MergeInput Left, MergeInput Right, string Text) : Failure(Layer, Operation)
{
    public override string Rule => Rules.MergedShapes;
}
