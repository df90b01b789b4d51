namespace AlexNetGen;

/// <summary>
/// Takes <see cref="Count"/> neighbouring channels (or features) of what the layer reads, from <see cref="Start"/>:
/// <c>[From(nameof(X)), Slice(0, 24)]</c>, as <c>torch.narrow</c> along the channels does.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SliceAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the channels must be given.</summary>
    public SliceAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="start">The first channel that is taken, from 0.</param>
    /// <param name="count">The number of channels that are taken.</param>
    public SliceAttribute(int start, int count)
    {
        Start = start;
        Count = count;
    }

    /// <summary>The first channel that is taken, from 0.</summary>
    public int Start { get; }

    /// <summary>The number of channels that are taken.</summary>
    public int Count { get; }
}
