using static System.FormattableString;

namespace AlexNetGen.Weights;

/// <summary>The tensors of a file against those of a network.</summary>
internal static class TensorComparison
{
    /// <summary>Checks that every tensor of the network is in the file, fits, and that nothing else is.</summary>
    /// <exception cref="WeightsException">Not so; every problem is listed.</exception>
    public static void Check(
        OrderedDictionary<string, FileTensor> found, NetworkDescription network, LoadOptions options, WeightsOrigin origin)
    {
        List<string> problems = [];
        List<TensorDescription> missing = [];
        HashSet<string> declared = new(StringComparer.Ordinal);
        foreach (TensorDescription tensor in network.Tensors)
        {
            declared.Add(tensor.Name);
            if (!found.TryGetValue(tensor.Name, out FileTensor? candidate))
            {
                missing.Add(tensor);
                continue;
            }

            if (!candidate.HasShape(tensor.Shape))
            {
                problems.Add(WrongShape(tensor, candidate, network.Name));
            }

            if (!candidate.Type.IsAccepted)
            {
                problems.Add(WrongType(candidate));
            }
        }

        List<FileTensor> unexpected = [.. found.Values.Where(tensor => !declared.Contains(tensor.Name) && !IsIgnored(tensor.Name, options))];
        Dictionary<string, FileTensor> nearMisses = NearMisses.Find(missing, unexpected);
        foreach (TensorDescription tensor in missing)
        {
            string problem = $"tensor {TensorName.Quote(tensor.Name)} ({tensor.Shape}) is missing";
            problems.Add(nearMisses.TryGetValue(tensor.Name, out FileTensor? nearMiss)
                ? $"{problem}; did you mean {TensorName.Quote(nearMiss.Name)} ({nearMiss.ShapeText})?"
                : $"{problem}.");
        }

        HashSet<FileTensor> explained = [.. nearMisses.Values];
        foreach (FileTensor tensor in unexpected)
        {
            if (!explained.Contains(tensor))
            {
                problems.Add($"tensor {TensorName.Quote(tensor.Name)} ({tensor.ShapeText}) is not one of the network's.");
            }
        }

        if (problems.Count > 0)
        {
            string count = problems.Count == 1 ? "1 problem" : Invariant($"{problems.Count} problems");
            throw new WeightsException(
                $"{origin.Text} does not fit {network.Name}; {count} (names come from Weights = \"...\" on the layers; LoadOptions.Ignore lets prefixes pass):",
                problems);
        }
    }

    /// <summary>The tensor's type is none that is read.</summary>
    public static string WrongType(FileTensor tensor) =>
        $"tensor {TensorName.Quote(tensor.Name)} has elements of type {tensor.Type}; F32, F16 and BF16 are accepted: convert it before saving.";

    private static bool IsIgnored(string name, LoadOptions options) =>
        name.EndsWith("num_batches_tracked", StringComparison.Ordinal)
        || options.Ignore.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string WrongShape(TensorDescription declared, FileTensor found, string network)
    {
        long[] shape = [.. declared.Shape.Select(dimension => (long)dimension)];
        string hint = found.Shape.Count == 2 && found.Shape.Reverse().SequenceEqual(shape)
            ? "; it is the transpose: transpose it before saving, fully connected weights are [outputs, inputs]"
            : found.Shape.Order().SequenceEqual(shape.Order())
                ? "; the dimensions are in another order: convolution weights are [outputs, inputs / groups, height, width]"
                : found.Shape.Aggregate((Int128)1, (product, dimension) => product * dimension) == declared.Shape.Length
                    ? "; it has as many values: reshape it before saving if their order is the same"
                    : string.Empty;
        return $"tensor {TensorName.Quote(declared.Name)} has shape {found.ShapeText}, and {network} declares {declared.Shape}{hint}.";
    }
}
