using AlexNetGen.Weights;

namespace AlexNetGen.Benchmarks;

/// <summary>Writes a network as an ONNX model, from its description.</summary>
/// <param name="network">The network.</param>
/// <param name="weights">Its weights.</param>
/// <param name="batch">The images of a run.</param>
internal sealed class OnnxModel(NetworkDescription network, ITensorSource weights, int batch)
{
    /// <summary>What stands in the name of every node of a layer.</summary>
    public static string Mark(string layer) => $"[{layer}]";

    /// <summary>The model's bytes.</summary>
    /// <exception cref="NotSupportedException">An operation is not among those known here, or there are several outputs.</exception>
    public byte[] Write()
    {
        if (network.Outputs.Count > 1)
        {
            throw new NotSupportedException("it has several outputs.");
        }

        OnnxGraph graph = new();
        Dictionary<string, string> results = new(StringComparer.Ordinal);
        string current = OnnxGraph.Input;
        foreach (Layer layer in network.Layers)
        {
            graph.Prefix = Mark(layer.Name);
            string[] inputs = layer.Inputs.Count == 0 ? [OnnxGraph.Input] : [.. layer.Inputs.Select(name => results[name])];
            current = inputs[0];
            for (int i = 0; i < layer.Operations.Count; i++)
            {
                // Further right on a layer a merge also takes the result so far.
                string[] merged = i == 0 ? inputs : [current, .. inputs[1..]];
                current = new OnnxOperation(graph, layer.Operations[i], weights, batch).Write(current, merged);
            }

            results[layer.Name] = current;
        }

        return graph.Write([.. network.Input], [current], weights, batch);
    }
}
