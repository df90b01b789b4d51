namespace AlexNetGen;

/// <summary>
/// Spreads channels over space: C * r * r channels of H x W become C of H * r x W * r (Shi et al., 2016). Channel c at row
/// <c>y * r + i</c>, column <c>x * r + j</c> is the input's channel <c>c * r * r + i * r + j</c> at row y, column x.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class PixelShuffleAttribute : Attribute
{
    /// <summary>Incomplete: the compiler reports ANG2003, since the factor must be given.</summary>
    public PixelShuffleAttribute()
    {
    }

    /// <summary>Declares the operation.</summary>
    /// <param name="upscaleFactor">What rows and columns are multiplied by; its square divides the channels.</param>
    public PixelShuffleAttribute(int upscaleFactor)
    {
        UpscaleFactor = upscaleFactor;
    }

    /// <summary>What rows and columns are multiplied by; its square divides the channels.</summary>
    public int UpscaleFactor { get; }
}
