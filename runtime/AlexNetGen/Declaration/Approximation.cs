namespace AlexNetGen;

/// <summary>How <see cref="GELUAttribute"/> computes the error function; networks are trained with the one or the other.</summary>
public enum Approximation
{
    /// <summary>The error function itself.</summary>
    None,

    /// <summary>By a tanh, as GPT-2, BERT's first code and some vision networks do.</summary>
    Tanh,
}
