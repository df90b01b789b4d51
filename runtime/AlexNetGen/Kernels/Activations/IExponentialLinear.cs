namespace AlexNetGen.Kernels;

/// <summary>The constant of an exponential linear unit. Generated code implements it with literals.</summary>
public interface IExponentialLinear
{
    /// <summary>Minus the value far below 0.</summary>
    static abstract float Alpha { get; }
}
