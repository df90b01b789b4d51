namespace AlexNetGen;

/// <summary>
/// Multiplies the results of several layers, value by value; one of shape C x 1 x 1 counts for every point, as in squeeze-and-excitation (Hu et al., 2018).
/// As the first operation of a layer it reads the layers it names and no other; further right, the result so far too.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class MultiplyAttribute : Attribute
{
    /// <summary>Names the inputs.</summary>
    /// <param name="layers">Names of earlier layers, or <see cref="Network.Input"/>. All of one shape, or C x 1 x 1.</param>
    public MultiplyAttribute(params string[] layers)
    {
        Layers = layers;
    }

    /// <summary>The names of the layers that are read.</summary>
    public IReadOnlyList<string> Layers { get; }
}
