using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Functions of each value, and those over the channels.</summary>
internal static class Functions
{
    public static Written Plain(RandomNetwork network, Value input, string attribute, string operation) =>
        new(attribute, network.Graph.Node(operation, [input.Node]), input.Shape);

    public static Written ReLU6(RandomNetwork network, Value input, bool isFirst) =>
        new("ReLU6", network.Graph.Node("Clip", [input.Node, network.Graph.Scalar(0), network.Graph.Scalar(6)]), input.Shape);

    public static Written LeakyReLU(RandomNetwork network, Value input, bool isFirst)
    {
        double slope = network.Real(0.01, 0.5);
        return new(Call("LeakyReLU", slope), network.Graph.Node("LeakyRelu", [input.Node], OnnxGraph.Real("alpha", slope)), input.Shape);
    }

    public static Written ELU(RandomNetwork network, Value input, bool isFirst)
    {
        double alpha = network.Real(0.2, 2);
        return new(Call("ELU", alpha), network.Graph.Node("Elu", [input.Node], OnnxGraph.Real("alpha", alpha)), input.Shape);
    }

    public static Written HardSigmoid(RandomNetwork network, Value input, bool isFirst) =>
        new("HardSigmoid", network.Graph.Node("HardSigmoid", [input.Node], OnnxGraph.Real("alpha", 1 / 6.0), OnnxGraph.Real("beta", 0.5)), input.Shape);

    public static Written SiLU(RandomNetwork network, Value input, bool isFirst) =>
        new("SiLU", network.Graph.Node("Mul", [input.Node, network.Graph.Node("Sigmoid", [input.Node])]), input.Shape);

    /// <summary>Below the threshold, which no value here reaches: log(1 + exp(beta * x)) / beta.</summary>
    public static Written Softplus(RandomNetwork network, Value input, bool isFirst)
    {
        double beta = network.Real(0.5, 2);
        string scaled = network.Graph.Node("Mul", [input.Node, network.Graph.Scalar((float)beta)]);
        string node = network.Graph.Node("Div", [network.Graph.Node("Softplus", [scaled]), network.Graph.Scalar((float)beta)]);
        return new(Call("Softplus", beta), node, input.Shape);
    }

    public static Written GELU(RandomNetwork network, Value input, bool isFirst)
    {
        OnnxGraph graph = network.Graph;
        bool byTanh = network.Chance(2);
        string inner;
        if (byTanh)
        {
            // tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))
            string cube = graph.Node("Mul", [graph.Node("Mul", [input.Node, input.Node]), input.Node]);
            string sum = graph.Node("Add", [input.Node, graph.Node("Mul", [cube, graph.Scalar(0.044715f)])]);
            inner = graph.Node("Tanh", [graph.Node("Mul", [sum, graph.Scalar((float)Math.Sqrt(2 / Math.PI))])]);
        }
        else
        {
            inner = graph.Node("Erf", [graph.Node("Mul", [input.Node, graph.Scalar((float)Math.Sqrt(0.5))])]);
        }

        string half = graph.Node("Mul", [graph.Node("Add", [inner, graph.Scalar(1)]), graph.Scalar(0.5f)]);
        return new(byTanh ? "GELU(Approximation.Tanh)" : "GELU", graph.Node("Mul", [input.Node, half]), input.Shape);
    }

    public static Written PReLU(RandomNetwork network, Value input, bool isFirst)
    {
        int slopes = network.Chance(2) ? 1 : input.Channels;
        string weights = network.NextWeights();
        string slope = network.Graph.Reshape(network.Graph.Weight(weights + ".weight", slopes), [slopes, .. input.Points.Select(_ => 1)]);
        string text = string.Create(CultureInfo.InvariantCulture, $"PReLU({slopes}, Weights = \"{weights}\")");
        return new(text, network.Graph.Node("PRelu", [input.Node, slope]), input.Shape);
    }

    public static Written? OverChannels(RandomNetwork network, Value input, string operation) => input.Channels == 1 ? null
        : new(operation, network.Graph.Node(operation, [input.Node], OnnxGraph.Int("axis", 1)), input.Shape);

    private static string Call(string name, double argument) => string.Create(CultureInfo.InvariantCulture, $"{name}({argument})");
}
