namespace AlexNetGen;

/// <summary>
/// Leaves a layer of a block out where the condition is false: <c>[When(Stride != 1), Conv2d(...)]</c>. What reads the
/// layer then reads what it would have read; of a merging operation that is the first layer named.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method)]
public sealed class WhenAttribute : Attribute
{
    /// <summary>Gives the condition.</summary>
    /// <param name="condition">An expression of the block's constants.</param>
    public WhenAttribute(bool condition)
    {
        Condition = condition;
    }

    /// <summary>Whether the layer stands, with the block's parameters as declared.</summary>
    public bool Condition { get; }
}
