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
        foreach (int direction in new[] { -1, 1 })
        {
            for (int distance = 1; distance <= Farthest; distance++)
            {
                InputSize size = Moved(declaration, failure, direction * distance);
                if (size.Height < 1 || size.Width < 1)
                {
                    break;
                }

                if (Fits(prefix, failure, size))
                {
                    yield return size;
                    break;
                }
            }
        }
    }

    /// <summary>Moves the axes that fail, both where both do.</summary>
    private static InputSize Moved(NetworkDeclaration declaration, WindowFailure failure, int distance) => new(
        declaration.Input[1] + (failure.Rule.Accepts(failure.Height) ? 0 : distance),
        declaration.Input[2] + (failure.Rule.Accepts(failure.Width) ? 0 : distance));

    private static bool Fits(NetworkDeclaration prefix, WindowFailure failure, InputSize size)
    {
        CheckedNetwork network = NetworkChecker.Try(prefix with { Input = [prefix.Input[0], size.Height, size.Width] });
        CheckedLayer layer = network.Layers[failure.Layer];
        return layer.Operations.Count > failure.Operation
            && layer.Operations[failure.Operation].Settings is WindowSettings windows
            && (failure.Rule.Accepts(failure.Height) || windows.Height.Fit == WindowFit.Exact)
            && (failure.Rule.Accepts(failure.Width) || windows.Width.Fit == WindowFit.Exact)
            && !network.Problems.Any(problem => Rules.IsError(problem.Rule)
                && problem.Place.Layer >= 0 && problem.Place.Layer < failure.Layer);
    }
}
