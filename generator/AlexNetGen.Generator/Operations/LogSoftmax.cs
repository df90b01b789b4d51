namespace AlexNetGen.Generator.Operations;

/// <summary>x - log(sum of exp(x)), over features, or over channels at each point.</summary>
internal sealed class LogSoftmax() : OverChannels("LogSoftmax");
