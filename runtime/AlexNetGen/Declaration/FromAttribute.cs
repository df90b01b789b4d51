namespace AlexNetGen;

/// <summary>Makes a layer read another one than the previous: <c>[From(nameof(Conv1)), ReLU]</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method)]
public sealed class FromAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the layer must be given.</summary>
    public FromAttribute()
    {
    }

    /// <summary>Names the layer.</summary>
    /// <param name="layer">The name of an earlier layer, or <see cref="Network.Input"/>.</param>
    public FromAttribute(string layer)
    {
        Layer = layer;
    }

    /// <summary>The name of the layer that is read.</summary>
    public string? Layer { get; }
}
