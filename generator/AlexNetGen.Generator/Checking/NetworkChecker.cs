using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Checking;

/// <summary>Follows the shapes through a declaration, and says what is wrong.</summary>
internal static class NetworkChecker
{
    public const string InputOrigin = "the network's input";

    /// <summary>The largest array of floats that .NET makes (<c>Array.MaxLength</c>).</summary>
    public const long LargestArray = 0x7FFFFFC7;

    /// <summary>More than any kernel needs of workspace for a value that it reads or writes.</summary>
    private const long MostPerValue = 16;

    /// <summary>Checks and explains, as <see cref="Check"/> does, and adds what is worth a note.</summary>
    public static CheckedNetwork Review(NetworkDeclaration declaration)
    {
        CheckedNetwork network = Check(declaration);
        IEnumerable<Problem> notes = network.IsValid ? BiasNotes.Of(network).Concat(ActivationNotes.Of(network)).Concat(FieldNotes.Of(network)) : [];
        return network with { Problems = network.Problems.Concat(notes).Select(problem => Rules.IsError(problem.Rule) ? problem : WithoutHarm(network, problem)).ToEquatableArray() };
    }

    /// <summary>Checks, and explains what does not fit with the ways out of it.</summary>
    public static CheckedNetwork Check(NetworkDeclaration declaration)
    {
        CheckedNetwork network = Pass(declaration);
        IEnumerable<Problem> explained = network.Failures.Select(failure => failure is WindowFailure window
            ? OutputLengthExplanation.Of(declaration, network, window)
            : MergeExplanation.Of(declaration, network, (MergeFailure)failure));
        network = network with { Problems = network.Problems.Select(problem => Explain(network, problem)).Concat(explained).ToEquatableArray() };
        return network.IsValid ? WithWorkspace(network) : network;
    }

    /// <summary>One pass without explanations, for trying out a remedy. What does not fit is a problem without text.</summary>
    public static CheckedNetwork Try(NetworkDeclaration declaration)
    {
        CheckedNetwork network = Pass(declaration);
        return network with { Problems = network.Problems.Concat(network.Failures.Select(failure => failure.Bare)).ToEquatableArray() };
    }

    /// <summary>Finds the cause of a wrong assertion, and says of every remedy what it breaks.</summary>
    private static Problem Explain(CheckedNetwork network, Problem problem)
    {
        Problem explained = Assertions.Explain(network, problem);
        if (explained.Remedies.Count == 0 || !Rules.IsError(problem.Rule))
        {
            return explained;
        }

        Trial trial = new(network, problem.Rule, problem.Place);
        IEnumerable<Remedy> tried = explained.Remedies.Select(remedy => trial.Try(remedy.Edits) is { } outcome ? remedy with { Title = remedy.Title + outcome.Note } : null).OfType<Remedy>();
        return explained with { Remedies = tried.ToEquatableArray() };
    }

    /// <summary>A note without the remedies that would break something.</summary>
    private static Problem WithoutHarm(CheckedNetwork network, Problem note)
    {
        if (note.Remedies.Count == 0)
        {
            return note;
        }

        Trial trial = new(network, note.Rule, note.Place);
        return note with { Remedies = note.Remedies.Where(remedy => trial.Try(remedy.Edits) is { Note.Length: 0 }).ToEquatableArray() };
    }

    private static CheckedNetwork Pass(NetworkDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        List<Failure> failures = [];
        Shape? input = CheckInput(declaration, problems);
        if (declaration.Layers.Count == 0 && !declaration.Problems.Any(problem => problem.Rule is Rules.NetworkType or Rules.LayerForm))
        {
            problems.Add(new Problem(Rules.Incomplete, Place.Type, $"{declaration.Type.Name} has no layer. Declare one as '[Conv2d(64, Kernel = 3)] public static partial Layer Conv1 {{ get; }}'."));
        }

        List<CheckedLayer> layers = [];
        WeightNames names = new();
        LayerChecker checker = new(declaration, input, layers, problems, failures, names);
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            layers.Add(checker.Check(i));
        }

        CheckedNetwork network = new(declaration, input, layers.ToEquatableArray(), []);
        bool sound = failures.Count == 0 && layers.All(layer => layer.Output is not null) && layers.Count > 0;
        Assertions.CheckNetworkParameters(network, sound, problems);
        if (sound)
        {
            LayerInputs.ReportUnused(network, problems);
        }

        return network with { Problems = problems.ToEquatableArray(), Failures = failures.ToEquatableArray() };
    }

    private static Shape? CheckInput(NetworkDeclaration declaration, List<Problem> problems)
    {
        if (declaration.InputIsBroken || !declaration.Type.CanBeNetwork)
        {
            return null;
        }

        if (declaration.Input.Count == 0)
        {
            problems.Add(new Problem(Rules.Incomplete, Place.Network, $"{declaration.Type.Name} needs the shape of one input: [Network(3, 224, 224)] for channels, height and width, [Network(16, 1000)] for channels and length, or [Network(784)] for features."));
            return null;
        }

        if (!Enum.IsDefined(typeof(Dialect), declaration.Dialect))
        {
            problems.Add(new Problem(Rules.ArgumentRange, Place.NetworkArgument("Dialect"), $"{declaration.Type.Name}'s Dialect is {Formula.Number((int)declaration.Dialect)}, which is none of {string.Join(", ", Enum.GetNames(typeof(Dialect)))}."));
            return null;
        }

        if (!Enum.IsDefined(typeof(ConvolutionAlgorithms), declaration.Convolutions))
        {
            problems.Add(new Problem(Rules.ArgumentRange, Place.NetworkArgument("Convolutions"), $"{declaration.Type.Name}'s Convolutions is {Formula.Number((int)declaration.Convolutions)}, which is none of {string.Join(", ", Enum.GetNames(typeof(ConvolutionAlgorithms)))}."));
            return null;
        }

        if (declaration.Rounding is { } rounding && !Enum.IsDefined(typeof(Rounding), rounding))
        {
            problems.Add(new Problem(Rules.ArgumentRange, Place.NetworkArgument("Rounding"), $"{declaration.Type.Name}'s Rounding is {Formula.Number((int)rounding)}, which is none of {string.Join(", ", Enum.GetNames(typeof(Rounding)))}."));
            return null;
        }

        string[] names = Place.InputDimensions(declaration.Input.Count);
        for (int i = 0; i < names.Length; i++)
        {
            if (declaration.Input[i] < 1)
            {
                problems.Add(new Problem(Rules.ArgumentRange, Place.NetworkArgument(names[i]), $"{declaration.Type.Name}'s input has {names[i].ToLowerInvariant()} {Formula.Number(declaration.Input[i])}; it must be at least 1."));
                return null;
            }
        }

        Shape shape = new(declaration.Input);
        if (shape.Length > LargestArray)
        {
            problems.Add(new Problem(Rules.TooLarge, Place.Network, $"{declaration.Type.Name}'s input {shape} has more values than one array can hold ({Formula.Count(LargestArray)})."));
            return null;
        }

        return shape;
    }

    private static CheckedNetwork WithWorkspace(CheckedNetwork network)
    {
        // No kernel needs more than a few times what it reads and writes, and planning is the dearest step.
        long values = network.Layers.SelectMany(layer => layer.Operations).Aggregate(0L, (sum, operation) => Saturating.Add(sum, Saturating.Add(operation.Input.Length, operation.Output.Length)));
        if (Saturating.Multiply(values, MostPerValue) <= LargestArray)
        {
            return network;
        }

        NetworkPlan plan = Planner.Plan(network);
        long length = Math.Max(plan.Forward.WorkspaceLength, plan.Activations.WorkspaceLength);
        long kept = network.Layers.Aggregate(0L, (sum, layer) => Saturating.Add(sum, layer.Output!.Length));
        if (Math.Max(length, kept) <= LargestArray)
        {
            return network;
        }

        int largest = Enumerable.Range(0, network.Layers.Count).OrderByDescending(layer => network.Layers[layer].Output!.Length).First();
        Shape output = network.Layers[largest].Output!;
        Problem problem = new(
            Rules.TooLarge,
            Place.Type,
            $"{network.Declaration.Type.Name}'s activations need {Formula.Count(Math.Max(length, kept))} values at once; one array holds at most {Formula.Count(LargestArray)}. The largest is that of {network.Layers[largest].Name}, {output} = {Formula.Count(output.Length)}. Make the input or the layers smaller.",
            Related: [Place.LayerName(largest)]);
        return network with { Problems = network.Problems.Append(problem).ToEquatableArray() };
    }
}
