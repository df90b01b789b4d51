namespace AlexNetGen;

/// <summary>
/// Joins the results of several layers along their channels (or features), or along another axis:
/// <c>[Concat(nameof(A), nameof(B))]</c>. As the first operation of a layer it reads the layers it names and no other;
/// further right, the result so far too.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ConcatAttribute : Attribute
{
    /// <summary>Names the inputs.</summary>
    /// <param name="layers">Names of earlier layers, or <see cref="Network.Input"/>. All of one size along the other axes.</param>
    public ConcatAttribute(params string[] layers)
    {
        Layers = layers;
    }

    /// <summary>The names of the layers that are read.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The axis along which they are joined. Channels where left out.</summary>
    public ConcatAxis Axis { get; set; }
}
