namespace AlexNetGen.Kernels;

/// <summary>The sizes of a map whose channels are scaled. Generated code implements it with literals.</summary>
public interface IChannelScaling : IChannels, IChannelWeights
{
}
