using System.ComponentModel;

namespace AlexNetGen;

/// <summary>
/// Stands for a shape that cannot be known because the declaration of its network is wrong; the compiler says why.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnknownShape : IShape
{
    /// <inheritdoc/>
    public static int Rank => 1;

    /// <inheritdoc/>
    public static int Channels => 0;

    /// <inheritdoc/>
    public static int Height => 1;

    /// <inheritdoc/>
    public static int Width => 1;

    /// <inheritdoc/>
    public static int Length => 0;
}
