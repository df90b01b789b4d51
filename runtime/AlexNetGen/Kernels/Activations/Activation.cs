namespace AlexNetGen.Kernels;

/// <summary>The function that a convolution applies to its results before it stores them.</summary>
public enum Activation
{
    /// <summary>None: y = x.</summary>
    None,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>min(max(x, 0), 6).</summary>
    ReLU6,

    /// <summary>x * min(max(x + 3, 0), 6) / 6.</summary>
    HardSwish,

    /// <summary>min(max(x + 3, 0), 6) / 6.</summary>
    HardSigmoid,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>x / (1 + exp(-x)).</summary>
    SiLU,

    /// <summary>x / 2 * (1 + erf(x / sqrt(2))).</summary>
    GELU,

    /// <summary>GELU by its approximation with tanh.</summary>
    GELUByTanh,

    /// <summary>tanh(x).</summary>
    Tanh,
}
