namespace AlexNetGen;

/// <summary>
/// Declares the class as a block: layers that networks use many times, with parameters. Its constants are the
/// parameters, its <c>static partial</c> properties of type <see cref="Layer"/> the layers. A class <c>Bottleneck</c>
/// with <c>const int Width = 64;</c> is used as <c>[Bottleneck(Width = 128, Weights = "layer2.0")]</c> on one layer of a
/// network, or of another block. Its last layer is the result; its layers read what the use reads as
/// <see cref="Block.Input"/>, and the first one does so where nothing else is written.
/// </summary>
/// <remarks>
/// A constant whose value is an expression of others, as in <c>const int Expanded = 4 * Width;</c>, is computed anew at
/// every use that does not set it. Names in <c>Weights</c> follow the prefix of the use: <c>layer2.0.conv1.weight</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockAttribute : Attribute
{
    /// <summary>A block that is checked where it is used.</summary>
    public BlockAttribute()
    {
    }

    /// <summary>A block that is also checked and described by itself, over vectors, with its parameters as declared.</summary>
    /// <param name="features">The number of values it reads.</param>
    public BlockAttribute(int features)
    {
        Shape = [features];
    }

    /// <summary>A block that is also checked and described by itself, over sequences, with its parameters as declared.</summary>
    /// <param name="channels">The number of channels it reads.</param>
    /// <param name="length">The positions it reads.</param>
    public BlockAttribute(int channels, int length)
    {
        Shape = [channels, length];
    }

    /// <summary>A block that is also checked and described by itself, over feature maps, with its parameters as declared.</summary>
    /// <param name="channels">The number of channels it reads.</param>
    /// <param name="height">The rows it reads.</param>
    /// <param name="width">The columns it reads.</param>
    public BlockAttribute(int channels, int height, int width)
    {
        Shape = [channels, height, width];
    }

    /// <summary>The shape on which the block is checked by itself. Empty where left out.</summary>
    public IReadOnlyList<int> Shape { get; } = [];
}
