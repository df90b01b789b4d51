namespace AlexNetGen.Benchmarks.Kernels;

/// <summary>The multiply-adds of one call by the definition, which Winograd needs fewer of.</summary>
/// <param name="count">How many.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MultiplyAddsAttribute(long count) : Attribute
{
    public long Count => count;
}
