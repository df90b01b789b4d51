namespace AlexNetGen.Kernels;

/// <summary>The constant of a leaky rectified linear unit. Generated code implements it with literals.</summary>
public interface ILeakyRectifiedLinear
{
    /// <summary>What negative values are multiplied by.</summary>
    static abstract float NegativeSlope { get; }
}
