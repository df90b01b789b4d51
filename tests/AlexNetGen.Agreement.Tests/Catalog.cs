namespace AlexNetGen.Agreement.Tests;

/// <summary>
/// Every operation, by its attribute's name: writes itself for an input, or returns null where it does not apply. The flag
/// says whether it would be the first of its layer.
/// </summary>
internal static class Catalog
{
    public static IReadOnlyDictionary<string, Func<RandomNetwork, Value, bool, Written?>> All { get; } = new Dictionary<string, Func<RandomNetwork, Value, bool, Written?>>
    {
        ["AdaptiveAvgPool2d"] = AdaptivePools.Average,
        ["AdaptiveMaxPool2d"] = AdaptivePools.Largest,
        ["Add"] = Merges.Add,
        ["AvgPool1d"] = (network, input, _) => Pools.Average(network, input, 1),
        ["AvgPool2d"] = (network, input, _) => Pools.Average(network, input, 2),
        ["BatchNorm1d"] = (network, input, _) => Normalizations.Batch(network, input, isMap: false),
        ["BatchNorm2d"] = (network, input, _) => Normalizations.Batch(network, input, isMap: true),
        ["ChannelScale"] = Channels.Scale,
        ["ChannelShuffle"] = Channels.Shuffle,
        ["Concat"] = Merges.Concat,
        ["ConstantPad2d"] = (network, input, _) => Spaces.Pad(network, input, isZero: false),
        ["Conv1d"] = (network, input, _) => Convolutions.Direct(network, input, 1),
        ["Conv2d"] = (network, input, _) => Convolutions.Direct(network, input, 2),
        ["ConvTranspose2d"] = Convolutions.Transposed,
        ["Dropout"] = (_, input, _) => new Written("Dropout", input.Node, input.Shape),
        ["ELU"] = Functions.ELU,
        ["Flatten"] = Spaces.Flatten,
        ["GELU"] = Functions.GELU,
        ["GlobalAvgPool"] = AdaptivePools.Global,
        ["GroupNorm"] = Normalizations.Group,
        ["HardSigmoid"] = Functions.HardSigmoid,
        ["HardSwish"] = (network, input, _) => Functions.Plain(network, input, "HardSwish", "HardSwish"),
        ["Identity"] = (_, input, _) => new Written("Identity", input.Node, input.Shape),
        ["InstanceNorm2d"] = Normalizations.Instance,
        ["LayerNorm"] = Normalizations.Layer,
        ["LeakyReLU"] = Functions.LeakyReLU,
        ["Linear"] = Convolutions.Linear,
        ["LocalResponseNorm"] = Normalizations.LocalResponse,
        ["LogSoftmax"] = (network, input, _) => Functions.OverChannels(network, input, "LogSoftmax"),
        ["MaxPool1d"] = (network, input, _) => Pools.Largest(network, input, 1),
        ["MaxPool2d"] = (network, input, _) => Pools.Largest(network, input, 2),
        ["Multiply"] = Merges.Multiply,
        ["PixelShuffle"] = Spaces.PixelShuffle,
        ["PointwiseLinear"] = Convolutions.PointwiseLinear,
        ["PReLU"] = Functions.PReLU,
        ["ReLU"] = (network, input, _) => Functions.Plain(network, input, "ReLU", "Relu"),
        ["ReLU6"] = Functions.ReLU6,
        ["SELU"] = (network, input, _) => Functions.Plain(network, input, "SELU", "Selu"),
        ["Sigmoid"] = (network, input, _) => Functions.Plain(network, input, "Sigmoid", "Sigmoid"),
        ["SiLU"] = Functions.SiLU,
        ["Slice"] = Channels.Slice,
        ["Softmax"] = (network, input, _) => Functions.OverChannels(network, input, "Softmax"),
        ["Softplus"] = Functions.Softplus,
        ["Split"] = Channels.Split,
        ["Tanh"] = (network, input, _) => Functions.Plain(network, input, "Tanh", "Tanh"),
        ["Upsample"] = Spaces.Upsample,
        ["ZeroPad2d"] = (network, input, _) => Spaces.Pad(network, input, isZero: true),
    };
}
