namespace AlexNetGen.Generator.Operations;

/// <summary>exp(x) / sum of exp(x), over features, or over channels at each point.</summary>
internal sealed class Softmax() : OverChannels("Softmax");
