namespace AlexNetGen.Kernels;

/// <summary>The constants of a softplus. Generated code implements it with literals.</summary>
public interface ISoftplus
{
    /// <summary>How sharp it bends; above 0.</summary>
    static abstract float Beta { get; }

    /// <summary>Where beta * x is above this, the result is x itself.</summary>
    static abstract float Threshold { get; }
}
