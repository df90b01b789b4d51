using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Notes a last feature map whose values see more than the input, or more padding than input.</summary>
internal static class FieldNotes
{
    public static IEnumerable<Problem> Of(CheckedNetwork network)
    {
        int last = Enumerable.Range(0, network.Layers.Count).LastOrDefault(layer => IsFeatureMap(network.Layers[layer]));
        if (!IsFeatureMap(network.Layers[last]) || network.Layers[last].ReceptiveField is not { } field || network.Input is not { IsMap: true } input)
        {
            yield break;
        }

        string name = network.Layers[last].Name;
        string sees = $"one value of the last feature map sees {Formula.Number(field.Height)}x{Formula.Number(field.Width)}";
        if (field.Height > input.Height || field.Width > input.Width)
        {
            yield return new Problem(
                Rules.FieldOfView,
                Place.LayerName(last),
                $"{name}: {sees}, which is more than the {Formula.Number(input.Height)}x{Formula.Number(input.Width)} of the input, so every value sees past the edge. A larger input, or fewer strides and layers, would use what it can see.");
        }
        else if (Outermost(network, last) is { } padding && (2 * padding.Rows > field.Height || 2 * padding.Columns > field.Width))
        {
            string lines = 2 * padding.Rows > field.Height ? Formula.Counted(padding.Rows, "rows") : Formula.Counted(padding.Columns, "columns");
            yield return new Problem(
                Rules.FieldOfView,
                Place.LayerName(last),
                $"{name}: {sees}, and at the edge {lines} of that lie past it, more than half. Pad less, or make the kernels larger.");
        }
    }

    /// <summary>What a global pool leaves is no map any more.</summary>
    private static bool IsFeatureMap(CheckedLayer layer) => layer is { Output: { IsMap: true, Height: var height, Width: var width }, ReceptiveField: not null } && (height > 1 || width > 1);

    /// <summary>How far the first or the last value looks past the edge; null where a layer on the way is no sliding window.</summary>
    private static (long Rows, long Columns)? Outermost(CheckedNetwork network, int last)
    {
        List<CheckedOperation> path = [];
        for (int layer = last; layer >= 0; layer = network.Layers[layer].Inputs[0])
        {
            path.InsertRange(0, network.Layers[layer].Operations);
            if (network.Layers[layer].Inputs.Count != 1)
            {
                return null;
            }
        }

        return Past(path, isRows: true) is { } rows && Past(path, isRows: false) is { } columns ? (rows, columns) : null;
    }

    private static long? Past(List<CheckedOperation> path, bool isRows)
    {
        (long start, long field, long jump) = (0, 1, 1);
        foreach (CheckedOperation operation in path)
        {
            if (operation.Settings is WindowSettings windows)
            {
                Window window = isRows ? windows.Height : windows.Width;
                start -= Saturating.Multiply(window.PaddingBefore, jump);
                field = Saturating.Add(field, Saturating.Multiply(window.Reach - 1, jump));
                jump = Saturating.Multiply(jump, window.Stride);
            }
            else if (operation.Settings is PaddingSettings padding)
            {
                start -= Saturating.Multiply(isRows ? padding.Before : padding.BeforeColumns, jump);
            }
            else if (operation.Input.Height != operation.Output.Height || operation.Input.Width != operation.Output.Width)
            {
                return null;
            }
        }

        (int input, int output) = isRows ? (path[0].Input.Height, path[path.Count - 1].Output.Height) : (path[0].Input.Width, path[path.Count - 1].Output.Width);
        long end = start + Saturating.Add(Saturating.Multiply(output - 1, jump), field);
        return Math.Max(-start, end - input);
    }
}
