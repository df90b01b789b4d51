namespace AlexNetGen;

/// <summary>
/// Deals the channels of each group round, so that the next grouped convolution sees all of them: channel i of group g becomes
/// channel <c>i * groups + g</c> (ShuffleNet; Zhang et al., 2018).
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ChannelShuffleAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the number of groups must be given.</summary>
    public ChannelShuffleAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="groups">The number of groups; divides the channels.</param>
    public ChannelShuffleAttribute(int groups)
    {
        Groups = groups;
    }

    /// <summary>The number of groups; divides the channels.</summary>
    public int Groups { get; }
}
