namespace AlexNetGen;

/// <content>What the layers come to.</content>
public sealed partial class NetworkDescription
{
    /// <summary>
    /// The number of learned values, as PyTorch's <c>parameters()</c> counts them: a tensor that several
    /// operations share counts once.
    /// </summary>
    public long ParameterCount
    {
        get
        {
            HashSet<string> counted = new(StringComparer.Ordinal);
            long total = 0;
            foreach (OperationDescription operation in Layers.SelectMany(layer => layer.Operations))
            {
                total += operation.Parameters;
                foreach (TensorDescription tensor in operation.Tensors)
                {
                    if (!counted.Add(tensor.Name) && IsLearned(tensor))
                    {
                        total -= tensor.Shape.Length;
                    }
                }
            }

            return total;
        }
    }

    /// <summary>The number of multiply-adds for one input.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>The number of values of the largest output of an operation, the largest feature map of a forward pass.</summary>
    public long LargestActivation =>
        Layers.SelectMany(layer => layer.Operations).Max(operation => operation.Output.Length);

    /// <summary>The running statistics of a batch normalisation are measured, not learned.</summary>
    private static bool IsLearned(TensorDescription tensor) =>
        !tensor.Name.EndsWith(".running_mean", StringComparison.Ordinal)
        && !tensor.Name.EndsWith(".running_var", StringComparison.Ordinal);
}
