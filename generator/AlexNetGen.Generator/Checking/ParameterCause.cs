using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Finds the one cause that explains a difference in the number of parameters, if there is one.</summary>
internal static class ParameterCause
{
    private const int LargestGroups = 64;

    public static string Of(long difference, IReadOnlyList<CheckedOperation> operations)
    {
        long biases = operations.Sum(Bias);
        if (biases > 0 && difference == -biases)
        {
            return $": the difference is the {(operations.Count(operation => Bias(operation) > 0) == 1 ? "bias" : "biases")}, so write Bias = false if there is none";
        }

        CheckedOperation[] without = [.. operations.Where(operation => CanHaveBias(operation) && operation.Tensors.Count == 1)];
        if (without.Length > 0 && difference == without.Sum(operation => (long)operation.Tensors[0].Shape[0]))
        {
            return ": the difference is the bias that Bias = false leaves out";
        }

        foreach (CheckedOperation operation in operations)
        {
            if (Bias(operation) > 0 && difference == -Bias(operation))
            {
                return $": the difference is the bias of {Prefix(operation)}, so write Bias = false there if it has none";
            }

            if (GroupsThatExplain(difference, operation) is { } groups)
            {
                return groups == 1
                    ? $": the difference is what the groups of {Prefix(operation)} save, so leave Groups out if it has none"
                    : $": Groups = {Formula.Number(groups)} on {Prefix(operation)} would explain it";
            }
        }

        CheckedOperation[] grouped = [.. operations.Where(operation => Groups(operation) > 1)];
        return grouped.Length > 1 && difference == grouped.Aggregate(0L, (sum, operation) => Saturating.Add(sum, Saturating.Multiply(operation.Tensors[0].Length, Groups(operation) - 1)))
            ? $": the difference is what the groups of {string.Join(", ", grouped.Select(Prefix))} save, so leave Groups out if there are none"
            : string.Empty;
    }

    private static bool CanHaveBias(CheckedOperation operation) => operation.Name is nameof(Conv2d) or nameof(Linear);

    private static long Bias(CheckedOperation operation) => CanHaveBias(operation) && operation.Tensors.Count > 1 ? operation.Tensors[1].Length : 0;

    private static string Prefix(CheckedOperation operation) =>
        operation.Tensors[0].Name.Substring(0, operation.Tensors[0].Name.Length - ".weight".Length);

    private static long Groups(CheckedOperation operation) =>
        operation.Name == nameof(Conv2d) ? operation.Input.Channels / operation.Tensors[0].Shape[1] : 1;

    private static int? GroupsThatExplain(long difference, CheckedOperation operation)
    {
        if (operation.Name != nameof(Conv2d))
        {
            return null;
        }

        long ungrouped = operation.Tensors[0].Length * Groups(operation);
        for (int groups = 1; groups <= LargestGroups; groups++)
        {
            bool divides = operation.Input.Channels % groups == 0 && operation.Output.Channels % groups == 0;
            if (divides && groups != Groups(operation) && difference == (ungrouped / groups) - operation.Tensors[0].Length)
            {
                return groups;
            }
        }

        return null;
    }
}
