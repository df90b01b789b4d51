namespace AlexNetGen;

/// <summary>
/// Asserts the output shape of a layer: channels, height and width, or features. The compiler reports ANG1007
/// where the computed shape is another.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>States the shape.</summary>
    /// <param name="dimensions">Channels, height and width; or features.</param>
    public ShapeAttribute(params int[] dimensions)
    {
        Dimensions = dimensions;
    }

    /// <summary>Channels, height and width; or features.</summary>
    public IReadOnlyList<int> Dimensions { get; }
}
