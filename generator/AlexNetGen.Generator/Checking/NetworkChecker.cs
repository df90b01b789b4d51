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

    /// <summary>Checks, and explains every window that does not fit with the ways out of it.</summary>
    public static CheckedNetwork Check(NetworkDeclaration declaration)
    {
        CheckedNetwork network = Pass(declaration);
        IEnumerable<Problem> explained = network.Failures.Select(failure => OutputLengthExplanation.Of(declaration, network, failure));
        network = network with { Problems = network.Problems.Concat(explained).ToEquatableArray() };
        return network.IsValid ? WithWorkspace(network) : network;
    }

    /// <summary>One pass without explanations, for trying out a remedy. A failed window is a problem without text.</summary>
    public static CheckedNetwork Try(NetworkDeclaration declaration)
    {
        CheckedNetwork network = Pass(declaration);
        IEnumerable<Problem> bare = network.Failures.Select(failure =>
            new Problem(Rules.OutputLength, Place.OperationArgument(failure.Layer, failure.Operation), string.Empty));
        return network with { Problems = network.Problems.Concat(bare).ToEquatableArray() };
    }

    private static CheckedNetwork Pass(NetworkDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        List<WindowFailure> failures = [];
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
            problems.Add(new Problem(Rules.ArgumentRange, Place.Network, $"{declaration.Type.Name}'s input {shape} has more values than one array can hold ({Formula.Count(LargestArray)})."));
            return null;
        }

        return shape;
    }

    private static CheckedNetwork WithWorkspace(CheckedNetwork network)
    {
        NetworkPlan plan = Planner.Plan(network);
        long length = Math.Max(plan.Forward.WorkspaceLength, plan.Activations.WorkspaceLength);
        long kept = network.Layers.Aggregate(0L, (sum, layer) => Saturating.Add(sum, layer.Output!.Length));
        if (Math.Max(length, kept) <= LargestArray)
        {
            return network;
        }

        Problem problem = new(Rules.ArgumentRange, Place.Type, $"{network.Declaration.Type.Name}'s activations need {Formula.Count(Math.Max(length, kept))} values at once; one array holds at most {Formula.Count(LargestArray)}. Make the input or the layers smaller.");
        return network with { Problems = network.Problems.Append(problem).ToEquatableArray() };
    }
}
