namespace AlexNetGen;

/// <summary>A network as the compiler sees it: its layers with shapes, formulas, parameters and cost.</summary>
public sealed partial class NetworkDescription
{
    /// <summary>Describes a network; called by generated code.</summary>
    /// <param name="name">The name of the network's class.</param>
    /// <param name="input">The shape of one input.</param>
    /// <param name="layers">The layers, in order; the last one is an output.</param>
    /// <param name="outputs">The names of the layers that are outputs, in order; where null, the last layer alone.</param>
    /// <param name="plan">How operations with a choice of algorithms are computed; null where there are none.</param>
    public NetworkDescription(string name, TensorShape input, IReadOnlyList<Layer> layers, IReadOnlyList<string>? outputs = null, IReadOnlyList<PlanRow>? plan = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(layers);
        Plan = plan ?? [];
        Name = name;
        Input = input;
        Layers = layers;
        Outputs = OutputsOf(layers, outputs ?? [layers[^1].Name]);
        Tensors = [.. layers.SelectMany(layer => layer.Operations).SelectMany(operation => operation.Tensors).DistinctBy(tensor => tensor.Name)];
    }

    /// <summary>The name of the network's class.</summary>
    public string Name { get; }

    /// <summary>The shape of one input.</summary>
    public TensorShape Input { get; }

    /// <summary>The shape of the last layer's output.</summary>
    public TensorShape Output => Layers[^1].Output;

    /// <summary>The outputs in order, the last layer's last; one unless layers are marked as outputs.</summary>
    public IReadOnlyList<OutputDescription> Outputs { get; }

    /// <summary>The layers, in order; the last one is an output.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>How the operations with a choice of algorithms are computed, in the order of the layers.</summary>
    public IReadOnlyList<PlanRow> Plan { get; }

    /// <summary>The tensors the network reads from its weights file, each once, in the order of the layers.</summary>
    public IReadOnlyList<TensorDescription> Tensors { get; }

    private static List<OutputDescription> OutputsOf(IReadOnlyList<Layer> layers, IReadOnlyList<string> names)
    {
        List<OutputDescription> outputs = [];
        int offset = 0;
        foreach (string name in names)
        {
            TensorShape shape = layers.First(layer => layer.Name == name).Output;
            outputs.Add(new OutputDescription(name, shape, offset));
            offset += checked((int)shape.Length);
        }

        return outputs;
    }
}
