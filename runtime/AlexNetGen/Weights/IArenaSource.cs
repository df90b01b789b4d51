namespace AlexNetGen.Weights;

/// <summary>A source of the tensors of one network, with memory for its packed weights.</summary>
internal interface IArenaSource
{
    /// <summary>Where the weights of the network go.</summary>
    WeightsArena Arena { get; }
}
