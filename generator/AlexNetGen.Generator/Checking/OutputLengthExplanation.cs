using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using static AlexNetGen.Generator.Checking.Formula;

namespace AlexNetGen.Generator.Checking;

/// <summary>Says why a window does not fit, and every way out that exists.</summary>
internal static class OutputLengthExplanation
{
    public static Problem Of(NetworkDeclaration declaration, CheckedNetwork network, WindowFailure failure)
    {
        LayerDeclaration layer = declaration.Layers[failure.Layer];
        OperationDeclaration operation = layer.Operations[failure.Operation];
        IReadOnlyList<RemedyGroup> remedies = WindowRemedies.Of(declaration, network, failure);
        string waysOut = string.Join("; ", remedies.Select(remedy => remedy.Text));
        bool isSequence = declaration.Input.Count == 2;
        string message = $"{layer.Name}: {Lengths(failure)}, which is no number of {Lines(failure, isSequence)}: {Loss(failure, InputText(network, failure), isSequence)}. Ways out: {waysOut}.";
        return new Problem(
            Rules.OutputLength,
            Place.OperationArgument(failure.Layer, failure.Operation, operation.Has("Stride") ? "Stride" : operation.Has("StrideHeight") ? "StrideHeight" : "Kernel"),
            message,
            remedies.SelectMany(group => group.Remedies).ToEquatableArray())
        {
            Formula = Lengths(failure),
        };
    }

    private static string Lengths(WindowFailure failure)
    {
        bool height = !failure.Rounding.Accepts(failure.Height);
        bool width = !failure.Rounding.Accepts(failure.Width);
        return failure.Height == failure.Width ? Formula.Of(failure.Height)
            : height && width ? $"height {Formula.Of(failure.Height)}, width {Formula.Of(failure.Width)}"
            : height ? $"height {Formula.Of(failure.Height)}"
            : $"width {Formula.Of(failure.Width)}";
    }

    private static string Lines(WindowFailure failure, bool isSequence) =>
        isSequence ? "positions" : failure.Rounding.Accepts(failure.Height) ? "columns" : failure.Rounding.Accepts(failure.Width) ? "rows" : "rows and columns";

    private static string InputText(CheckedNetwork network, WindowFailure failure)
    {
        CheckedLayer layer = network.Layers[failure.Layer];
        Shape? input = failure.Operation > 0 && layer.Operations.Count >= failure.Operation ? layer.Operations[failure.Operation - 1].Output
            : layer.Inputs[0] < 0 ? network.Input
            : network.Layers[layer.Inputs[0]].Output;
        return $"the {input} input";
    }

    private static string Loss(WindowFailure failure, string input, bool isSequence)
    {
        string floor = failure.Height.Floor == failure.Width.Floor ? Number(failure.Height.Floor) : $"{Number(failure.Height.Floor)}x{Number(failure.Width.Floor)}";
        if (failure.Height.Lost == 0 && failure.Width.Lost == 0)
        {
            return $"Rounding = Exact accepts whole numbers only, though rounding down to {floor} would lose no {(isSequence ? "position" : "row")} of {input}";
        }

        return $"rounded down to {floor}, {LostText.Of(failure.Height, failure.Width, isSequence)} of {input} would never be read";
    }
}

/// <summary>What rounding down leaves unread.</summary>
internal static class LostText
{
    /// <summary>"1 row and 1 column"; empty where nothing is lost.</summary>
    public static string Of(Window height, Window width, bool isSequence)
    {
        if (isSequence)
        {
            return width.Lost > 0 ? Counted(width.Lost, "positions") : string.Empty;
        }

        List<string> lost = [];
        if (height.Lost > 0)
        {
            lost.Add(Counted(height.Lost, "rows"));
        }

        if (width.Lost > 0)
        {
            lost.Add(Counted(width.Lost, "columns"));
        }

        return string.Join(" and ", lost);
    }
}

/// <summary>Ways out that belong together in the message.</summary>
/// <param name="Text">What the message says.</param>
/// <param name="Remedies">The edits behind it.</param>
internal sealed record RemedyGroup(string Text, IReadOnlyList<Remedy> Remedies);
