namespace AlexNetGen.Samples;

/// <summary>
/// The table people post of AlexNet, a line a layer. <see cref="NetworkDescription.ToTable"/> has more columns,
/// multiply-adds and receptive fields, and is wider.
/// </summary>
public static class LayerTable
{
    /// <summary>Writes the table of a network.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="network">The network.</param>
    /// <param name="title">What it is.</param>
    public static void Write(TextWriter output, NetworkDescription network, string title)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(network);
        output.WriteLine($"{title} ({network.Name})");
        output.WriteLine();

        TextTable table = new("layer", "operations", "output", " parameters", "where the size comes from");
        table.Add("input", string.Empty, network.Input.ToString(), string.Empty, string.Empty);
        foreach (Layer layer in network.Layers)
        {
            table.Add(
                layer.Name,
                string.Join(" + ", layer.Operations.Select(Text)),
                layer.Output.ToString(),
                layer.Parameters == 0 ? string.Empty : $"{layer.Parameters:N0}",
                string.Join("; ", layer.Operations.Select(operation => operation.Formula).OfType<string>()));
        }

        table.AddRule();
        table.Add("total", string.Empty, string.Empty, $"{network.ParameterCount:N0}", $"{network.MultiplyAdds:N0} multiply-adds");
        table.Write(output);
        output.WriteLine();
    }

    private static string Text(OperationDescription operation) => operation.Arguments.Length == 0
        ? operation.Name
        : $"{operation.Name}({operation.Arguments.Replace(" = ", "=", StringComparison.Ordinal)})";
}
