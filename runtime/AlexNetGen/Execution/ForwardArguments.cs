using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace AlexNetGen.Execution;

/// <summary>
/// Checks the spans of a forward pass; called by generated code. Correct arguments cost a few comparisons against
/// constants.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ForwardArguments
{
    /// <summary>Checks one input and one output.</summary>
    /// <typeparam name="TInput">The shape of the network's input.</typeparam>
    /// <typeparam name="TOutput">The shape of the network's output.</typeparam>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The output.</param>
    /// <param name="parameter">The output's name, where there are several.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check<TInput, TOutput>(string network, ReadOnlySpan<float> input, Span<float> output, string parameter = "output")
        where TInput : struct, IShape
        where TOutput : struct, IShape
    {
        if (input.Length != TInput.Length)
        {
            ThrowLength<TInput>(network, "reads", input.Length, nameof(input));
        }

        if (output.Length != TOutput.Length)
        {
            ThrowLength<TOutput>(network, "writes", output.Length, parameter);
        }

        if (input.Overlaps(output))
        {
            ThrowOverlap(network, parameter, nameof(input));
        }
    }

    /// <summary>Checks one input and all outputs of a network that has several.</summary>
    /// <typeparam name="TInput">The shape of the network's input.</typeparam>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The outputs, after each other.</param>
    /// <param name="outputLength">The number of values of all outputs.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckOutputs<TInput>(string network, ReadOnlySpan<float> input, Span<float> output, int outputLength)
        where TInput : struct, IShape
    {
        if (input.Length != TInput.Length)
        {
            ThrowLength<TInput>(network, "reads", input.Length, nameof(input));
        }

        if (output.Length != outputLength)
        {
            ThrowOutputs(network, output.Length, outputLength, nameof(output));
        }

        if (input.Overlaps(output))
        {
            ThrowOverlap(network, nameof(output), nameof(input));
        }
    }

    /// <summary>Checks that two outputs do not overlap.</summary>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="output">The one.</param>
    /// <param name="parameter">Its name.</param>
    /// <param name="other">The other.</param>
    /// <param name="otherParameter">Its name.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void CheckApart(string network, Span<float> output, string parameter, Span<float> other, string otherParameter)
    {
        if (output.Overlaps(other))
        {
            ThrowOverlap(network, parameter, otherParameter);
        }
    }

    /// <summary>Checks a workspace of the caller's, after the input and the output.</summary>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="input">The input.</param>
    /// <param name="output">The output.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="workspaceLength">The number of values it must hold at least.</param>
    /// <exception cref="ArgumentException">The workspace is too short, or overlaps the input or the output.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckWorkspace(
        string network, ReadOnlySpan<float> input, Span<float> output, Span<float> workspace, int workspaceLength)
    {
        if (workspace.Length < workspaceLength)
        {
            ThrowWorkspace(network, workspace.Length, workspaceLength, nameof(workspace));
        }

        if (input.Overlaps(workspace))
        {
            ThrowOverlap(network, nameof(workspace), nameof(input));
        }

        if (output.Overlaps(workspace))
        {
            ThrowOverlap(network, nameof(workspace), nameof(output));
        }
    }

    /// <summary>Checks several inputs and outputs.</summary>
    /// <typeparam name="TInput">The shape of one input.</typeparam>
    /// <typeparam name="TOutput">The shape of one output.</typeparam>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="inputs">The inputs, after each other.</param>
    /// <param name="outputs">The outputs, after each other.</param>
    /// <param name="count">The number of inputs; may be 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    public static void CheckBatch<TInput, TOutput>(
        string network, ReadOnlySpan<float> inputs, Span<float> outputs, int count)
        where TInput : struct, IShape
        where TOutput : struct, IShape
    {
        CheckBatchInputs<TInput>(network, inputs, count);
        if (outputs.Length != (long)count * TOutput.Length)
        {
            ThrowBatch<TOutput>(network, "writes", outputs.Length, count, nameof(outputs));
        }

        if (inputs.Overlaps(outputs))
        {
            ThrowOverlap(network, nameof(outputs), nameof(inputs));
        }
    }

    /// <summary>Checks several inputs, and all outputs of each of a network that has several.</summary>
    /// <typeparam name="TInput">The shape of one input.</typeparam>
    /// <param name="network">The name of the network, for messages.</param>
    /// <param name="inputs">The inputs, after each other.</param>
    /// <param name="outputs">The outputs of each input, after each other.</param>
    /// <param name="outputLength">The number of values of all outputs of one input.</param>
    /// <param name="count">The number of inputs; may be 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    public static void CheckBatchOutputs<TInput>(string network, ReadOnlySpan<float> inputs, Span<float> outputs, int outputLength, int count)
        where TInput : struct, IShape
    {
        CheckBatchInputs<TInput>(network, inputs, count);
        if (outputs.Length != (long)count * outputLength)
        {
            throw new ArgumentException(
                Invariant($"{network} writes {outputLength} values (its outputs after each other) for each of {count} inputs, {(long)count * outputLength} in all; the outputs have {outputs.Length}. Pass exactly {count} of them after each other."),
                nameof(outputs));
        }

        if (inputs.Overlaps(outputs))
        {
            ThrowOverlap(network, nameof(outputs), nameof(inputs));
        }
    }

    private static void CheckBatchInputs<TInput>(string network, ReadOnlySpan<float> inputs, int count)
        where TInput : struct, IShape
    {
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"{network} cannot compute a negative number of inputs; pass 0 or more.");
        }

        if (inputs.Length != (long)count * TInput.Length)
        {
            ThrowBatch<TInput>(network, "reads", inputs.Length, count, nameof(inputs));
        }
    }

    [DoesNotReturn]
    private static void ThrowOutputs(string network, int length, int expected, string parameter) =>
        throw new ArgumentException(
            Invariant($"{network} writes {expected} values (its outputs after each other); the {parameter} has {length}. Pass a span of exactly that length."),
            parameter);

    [DoesNotReturn]
    private static void ThrowLength<TShape>(string network, string verb, int length, string parameter)
        where TShape : struct, IShape =>
        throw new ArgumentException(
            Invariant($"{network} {verb} {TShape.Length} values ({Layout<TShape>()}); the {parameter} has {length}. Pass a span of exactly that length."),
            parameter);

    [DoesNotReturn]
    private static void ThrowWorkspace(string network, int length, int expected, string parameter) =>
        throw new ArgumentException(
            Invariant($"{network} needs a workspace of at least {expected} values; this one has {length}. Allocate {network}.WorkspaceLength values."),
            parameter);

    [DoesNotReturn]
    private static void ThrowBatch<TShape>(string network, string verb, int length, int count, string parameter)
        where TShape : struct, IShape =>
        throw new ArgumentException(
            Invariant($"{network} {verb} {TShape.Length} values ({Layout<TShape>()}) for each of {count} inputs, {(long)count * TShape.Length} in all; the {parameter} have {length}. Pass exactly {count} of them after each other."),
            parameter);

    [DoesNotReturn]
    private static void ThrowOverlap(string network, string parameter, string other) =>
        throw new ArgumentException(
            $"The {parameter} and the {other} given to {network} overlap in memory, so that writing one would change the other. Pass separate memory.",
            parameter);

    private static string Layout<TShape>()
        where TShape : struct, IShape =>
        TShape.Rank == 1 ? $"{ShapeMismatch.Text<TShape>()} features" : $"{ShapeMismatch.Text<TShape>()}, channels first";
}
