using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using static AlexNetGen.Generator.Checking.Formula;

namespace AlexNetGen.Generator.Checking;

/// <summary>
/// The ways out of a window that does not fit. Each is tried on the declaration before it is offered: it must mend
/// the operation, and where it breaks another layer it says so.
/// </summary>
internal sealed class WindowRemedies
{
    private readonly NetworkDeclaration _declaration;
    private readonly WindowFailure _failure;
    private readonly Place _place;
    private readonly Trial _trial;

    private WindowRemedies(NetworkDeclaration declaration, CheckedNetwork network, WindowFailure failure)
    {
        _declaration = declaration;
        _failure = failure;
        _place = Place.OperationArgument(failure.Layer, failure.Operation);
        _trial = new Trial(network, Rules.OutputLength, _place);
    }

    private Window Height => _failure.Height;

    private Window Width => _failure.Width;

    /// <summary>Both axes are the same window, so that one number says both.</summary>
    private bool IsSquare => Height == Width;

    /// <summary>The first layer of the 2012 AlexNet, whose own code, cuda-convnet, rounded 54.25 up.</summary>
    private bool IsThePapersConv1 => IsSquare && _declaration.Input.Count == 3 && Height is { Input: 224, Kernel: 11, Stride: 4, PaddingBefore: 0, PaddingAfter: 0 };

    public static IReadOnlyList<RemedyGroup> Of(NetworkDeclaration declaration, CheckedNetwork network, WindowFailure failure) =>
        [.. new WindowRemedies(declaration, network, failure).All().OfType<RemedyGroup>()];

    private IEnumerable<RemedyGroup?> All()
    {
        yield return Inputs();
        yield return Symmetric(WindowFit.Exact);
        if (_failure.Rounding.Rounding != Rounding.Exact)
        {
            yield return Symmetric(WindowFit.PaddingOnly);
        }

        yield return Asymmetric();
        yield return Ceil();
        yield return Floor();
    }

    private RemedyGroup? Inputs()
    {
        List<(string Text, Remedy Remedy)> found = [];
        foreach (InputSize size in InputSearch.Nearest(_declaration, _failure))
        {
            string input = size.Height == size.Width ? Number(size.Height) : $"{Number(size.Height)}x{Number(size.Width)}";
            List<Edit> edits = [];
            if (size.Height != _declaration.Input[1])
            {
                edits.Add(new Edit(Place.Network, "Height", size.Height));
            }

            if (size.Width != _declaration.Input[2])
            {
                edits.Add(new Edit(Place.Network, "Width", size.Width));
            }

            if (Try(edits) is { } outcome)
            {
                string output = LengthText(outcome.Output);
                found.Add(($"{input} ({output}{outcome.Note})", new Remedy(size.Height < _declaration.Input[1] || size.Width < _declaration.Input[2] ? RemedyKinds.SmallerInput : RemedyKinds.LargerInput, $"Make the network's input {Number(size.Height)}x{Number(size.Width)}: {output}{outcome.Note}", edits.ToEquatableArray())));
            }
        }

        return found.Count == 0 ? null : new RemedyGroup(
            $"{(_failure.Layer == 0 && _failure.Operation == 0 ? "input" : "a network input of")} {string.Join(" or ", found.Select(item => item.Text))}",
            [.. found.Select(item => item.Remedy)]);
    }

    private RemedyGroup? Symmetric(WindowFit wanted)
    {
        int? height = SymmetricPadding(Height, wanted);
        int? width = SymmetricPadding(Width, wanted);
        if (height is null || width is null)
        {
            return null;
        }

        List<Edit> edits = PaddingEdits.Of(_declaration, _place, height.Value, height.Value, width.Value, width.Value);
        if (Try(edits) is not { } outcome)
        {
            return null;
        }

        Window padded = Height with { PaddingBefore = height.Value, PaddingAfter = height.Value };
        string padding = height == width ? Number(height.Value) : $"{Number(height.Value)} above and below, {Number(width.Value)} left and right";
        string result = wanted == WindowFit.Exact
            ? $"{LengthText(outcome.Output)}{Exactly(height.Value, width.Value)}"
            : IsSquare ? $"{padded.Quotient}, floor {LengthText(outcome.Output)}, only padding dropped" : $"floor {LengthText(outcome.Output)}, only padding dropped";
        return new RemedyGroup($"padding {padding} ({result}{outcome.Note})", [new Remedy(wanted == WindowFit.Exact ? RemedyKinds.ExactPadding : RemedyKinds.DroppedPadding, $"Pad by {padding}: {result}{outcome.Note}", edits.ToEquatableArray())]);
    }

    /// <summary>An axis that needed no remedy keeps its padding, exact or not.</summary>
    private string Exactly(int height, int width)
    {
        bool rows = (Height with { PaddingBefore = height, PaddingAfter = height }).Fit == WindowFit.Exact;
        bool columns = (Width with { PaddingBefore = width, PaddingAfter = width }).Fit == WindowFit.Exact;
        return rows && columns ? " exactly" : rows ? ", the height exactly" : ", the width exactly";
    }

    private RemedyGroup? Asymmetric()
    {
        int? height = TotalPadding(Height);
        int? width = TotalPadding(Width);
        if (height is null || width is null || (height == 0 && width == 0))
        {
            return null;
        }

        List<Edit> after = PaddingEdits.Of(_declaration, _place, 0, height.Value, 0, width.Value);
        string amounts = height == width ? $"0 before and {Number(height.Value)} after" : $"{Number(height.Value)} below and {Number(width.Value)} on the right only";
        bool ceils = Height.PaddingBefore == 0 && Width.PaddingBefore == 0 && _failure.Rounding.Dialect != Dialect.CudaConvnet
            && Height.Overhang(Height.Ceil) + Height.PaddingAfter == height && Width.Overhang(Width.Ceil) + Width.PaddingAfter == width
            && _declaration.Layers[_failure.Layer].Operations[_failure.Operation].Name is not ("AvgPool2d" or "AvgPool1d");
        List<Remedy> remedies = [];
        List<string> texts = [];
        if (Try(after) is { } outcome)
        {
            string same = ceils ? ", the same numbers as Ceil" : string.Empty;
            texts.Add($"{amounts} ({LengthText(outcome.Output)} exactly{same}{outcome.Note})");
            remedies.Add(new Remedy(RemedyKinds.PaddingAfter, $"Pad {amounts}: {LengthText(outcome.Output)} exactly{same}{outcome.Note}", after.ToEquatableArray()));
        }

        (int top, int bottom) = (height.Value / 2, height.Value - (height.Value / 2));
        (int left, int right) = (width.Value / 2, width.Value - (width.Value / 2));
        if (height == width && top != bottom && top > 0)
        {
            List<Edit> split = PaddingEdits.Of(_declaration, _place, top, bottom, left, right);
            if (Try(split) is { } shifted)
            {
                string other = texts.Count > 0 ? "the same shape, other numbers" : $"{LengthText(shifted.Output)} exactly";
                texts.Add($"{Number(top)} and {Number(bottom)} ({other}{shifted.Note})");
                remedies.Add(new Remedy(RemedyKinds.PaddingSplit, $"Pad {Number(top)} before and {Number(bottom)} after: {LengthText(shifted.Output)} exactly{shifted.Note}", split.ToEquatableArray()));
            }
        }

        return texts.Count == 0 ? null : new RemedyGroup("padding " + string.Join(" or ", texts), remedies);
    }

    private RemedyGroup? Ceil()
    {
        List<Edit> edits = [new(_place, "Rounding", (int)Rounding.Ceil)];
        if (Try(edits) is not { } outcome)
        {
            return null;
        }

        long overhang = Math.Max(Height.Overhang(outcome.Output.Height), Width.Overhang(outcome.Output.Width));
        string hanging = overhang > 0 ? $", hanging {Number(overhang)} past the edge" : string.Empty;
        string who = _failure.Rounding.IsPool ? ", as Caffe's pools do"
            : IsThePapersConv1 ? ", as the paper's own code did"
            : ", as cuda-convnet does";
        string length = LengthText(outcome.Output);
        return new RemedyGroup(
            $"Rounding = Ceil ({length}{hanging}{who}{outcome.Note})",
            [new Remedy(RemedyKinds.Ceil, $"Round up with Rounding = Ceil: {length}{hanging}{outcome.Note}", edits.ToEquatableArray())]);
    }

    private RemedyGroup? Floor()
    {
        List<Edit> edits = [new(_place, "Rounding", (int)Rounding.Floor)];
        if (Try(edits) is not { } outcome)
        {
            return null;
        }

        string lost = LostText.Of(Height, Width, outcome.Output.IsSequence);
        string length = LengthText(outcome.Output);
        return new RemedyGroup(
            $"Rounding = Floor ({length}{(lost.Length > 0 ? $", leaving {lost} unread" : string.Empty)}{outcome.Note})",
            [new Remedy(RemedyKinds.Floor, $"Round down with Rounding = Floor: {length}{(lost.Length > 0 ? $", {lost} never read" : string.Empty)}{outcome.Note}", edits.ToEquatableArray())]);
    }

    private static string LengthText(Shape output) => output.IsSequence ? Number(output.Width) : output.Height == output.Width ? Number(output.Height) : $"{Number(output.Height)}x{Number(output.Width)}";

    private int? SymmetricPadding(Window window, WindowFit wanted)
    {
        if (!IsSquare && _failure.Rounding.Accepts(window))
        {
            return window.PaddingBefore == window.PaddingAfter ? window.PaddingBefore : null;
        }

        for (int padding = 0; padding < Math.Min(window.Reach, PaddingEdits.Largest); padding++)
        {
            Window padded = window with { PaddingBefore = padding, PaddingAfter = padding };
            if (padded.Reach <= padded.Padded && padded.Fit == wanted)
            {
                return padding;
            }
        }

        return null;
    }

    /// <summary>The smallest padding, both sides together, that makes the length whole; 0 where the axis is fine as it is.</summary>
    private static int? TotalPadding(Window window)
    {
        for (int total = 0; total < Math.Min(window.Reach, PaddingEdits.Largest); total++)
        {
            Window padded = window with { PaddingBefore = 0, PaddingAfter = total };
            if (padded.Reach <= padded.Padded && padded.Remainder == 0)
            {
                return total;
            }
        }

        return null;
    }

    /// <summary>What the edits lead to; null where they do not mend the operation.</summary>
    private (Shape Output, string Note)? Try(IReadOnlyList<Edit> edits) => _trial.Try(edits) is { } outcome
        ? (outcome.Network.Layers[_failure.Layer].Operations[_failure.Operation].Output, outcome.Note)
        : null;
}
