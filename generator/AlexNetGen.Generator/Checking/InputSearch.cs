using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>The rows and columns of a network's input.</summary>
internal readonly record struct InputSize(int Height, int Width);

/// <summary>
/// Looks for the nearest sizes of the network's own input, below and above, that make a window fit exactly, with
/// every layer between checked.
/// </summary>
internal static class InputSearch
{
    private const int Farthest = 512;

    public static IEnumerable<InputSize> Nearest(NetworkDeclaration declaration, WindowFailure failure)
    {
        if (declaration.Input.Count != 3)
        {
            yield break;
        }

        NetworkDeclaration prefix = declaration with
        {
            Layers = declaration.Layers.Take(failure.Layer + 1).ToEquatableArray(),
            Parameters = null,
        };
        bool rows = !failure.Rounding.Accepts(failure.Height);
        bool columns = !failure.Rounding.Accepts(failure.Width);
        bool together = failure.Height == failure.Width && declaration.Input[1] == declaration.Input[2];
        foreach (int direction in new[] { -1, 1 })
        {
            InputSize size = new(declaration.Input[1], declaration.Input[2]);
            InputSize? found = together ? Step(prefix, failure, size, direction, rows, columns) : size;
            if (!together && rows)
            {
                found = Step(prefix, failure, size, direction, rows: true, columns: false);
            }

            if (!together && columns && found is { } next)
            {
                found = Step(prefix, failure, next, direction, rows: false, columns: true);
            }

            if (found is { } input)
            {
                yield return input;
            }
        }
    }

    /// <summary>Moves the given axes away from a size until they fit.</summary>
    private static InputSize? Step(NetworkDeclaration prefix, WindowFailure failure, InputSize from, int direction, bool rows, bool columns)
    {
        for (int distance = direction; Math.Abs(distance) <= Farthest; distance += direction)
        {
            InputSize size = new(from.Height + (rows ? distance : 0), from.Width + (columns ? distance : 0));
            if (size.Height < 1 || size.Width < 1)
            {
                return null;
            }

            if (Fits(prefix, failure, size, rows, columns))
            {
                return size;
            }
        }

        return null;
    }

    private static bool Fits(NetworkDeclaration prefix, WindowFailure failure, InputSize size, bool rows, bool columns)
    {
        CheckedNetwork network = NetworkChecker.Try(prefix with { Input = [prefix.Input[0], size.Height, size.Width] });
        CheckedLayer layer = network.Layers[failure.Layer];
        bool isBrokenBefore = network.Problems.Any(problem =>
            Rules.IsError(problem.Rule) && problem.Place.Layer >= 0 && problem.Place.Layer < failure.Layer);

        // While one axis is looked for, the other may still fail, and there is no operation to read the windows of.
        WindowFailure? still = network.Failures.OfType<WindowFailure>().FirstOrDefault(other => other.Layer == failure.Layer && other.Operation == failure.Operation);
        (Window height, Window width)? windows =
            layer.Operations.Count > failure.Operation && layer.Operations[failure.Operation].Settings is WindowSettings settings ? (settings.Height, settings.Width)
            : still is not null ? (still.Height, still.Width)
            : null;
        return !isBrokenBefore && windows is { } axes
            && (!rows || axes.height.Fit == WindowFit.Exact)
            && (!columns || axes.width.Fit == WindowFit.Exact);
    }
}
