namespace AlexNetGen;

/// <summary>
/// Takes one of several equal parts of the channels (or features) of what the layer reads:
/// <c>[From(nameof(X)), Split(2, 0)]</c> is the first half, as <c>torch.chunk</c> along the channels makes it where the
/// parts divide the channels.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SplitAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the part must be given.</summary>
    public SplitAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="parts">The number of parts; divides the channels.</param>
    /// <param name="index">The part that is taken, from 0.</param>
    public SplitAttribute(int parts, int index)
    {
        Parts = parts;
        Index = index;
    }

    /// <summary>The number of parts; divides the channels.</summary>
    public int Parts { get; }

    /// <summary>The part that is taken, from 0.</summary>
    public int Index { get; }
}
