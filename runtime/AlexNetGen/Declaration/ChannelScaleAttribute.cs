namespace AlexNetGen;

/// <summary>
/// Multiplies each channel (or feature) by a learned value: ConvNeXt's layer scale (Touvron et al., 2021). Parameters: as
/// many as channels.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ChannelScaleAttribute : Attribute
{
    /// <summary>
    /// The whole name of the one tensor in the weights file, with no ending of its own: <c>"features.1.0.layer_scale"</c>,
    /// of shape [channels, 1, 1] as torchvision has it ([features] for a vector). The layer's name where left out.
    /// </summary>
    public string? Weights { get; set; }
}
