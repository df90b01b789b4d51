namespace AlexNetGen.Imaging;

/// <summary>One value for each channel of a network's input, in the network's order (see <see cref="ChannelOrder"/>).</summary>
/// <param name="First">Of channel 0: red, or blue where the order is blue, green, red.</param>
/// <param name="Second">Of channel 1: green.</param>
/// <param name="Third">Of channel 2: blue, or red where the order is blue, green, red.</param>
public readonly record struct ChannelValues(float First, float Second, float Third)
{
    /// <summary>The value of channel <paramref name="channel"/>.</summary>
    /// <param name="channel">0, 1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such channel.</exception>
    public float this[int channel] => channel switch
    {
        0 => First,
        1 => Second,
        2 => Third,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A picture has the channels 0, 1 and 2."),
    };
}
