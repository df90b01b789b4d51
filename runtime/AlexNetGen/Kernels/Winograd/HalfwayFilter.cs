namespace AlexNetGen.Kernels;

/// <summary>
/// Winograd's weights transformed along the columns of the kernel alone, of which additions make those at the points of a
/// row when they are multiplied: 21 values of 49 for F(5,3), 18 of 36 for F(4,3). Where a map has few tiles, it takes
/// longer to bring weights from memory than to multiply with them.
/// <code>
///   g, 3 x 3      stored, 7 x 3     at the points, 7 x 7
///   . . .         h h h             u u u u u u u
///   . . .   G g   h h h    h G^T    u u u u u u u      a row of u from a row of h: h0, h0 + h1 + h2,
///   . . .  -----> h h h   ------->  u u u u u u u      h0 - h1 + h2, h0 + 2 h1 + 4 h2, ..., h2
///   (rows)        . . .             .
/// </code>
/// The rows of G have no factors here: the input's transform has them (<see cref="Scales"/>).
/// </summary>
internal static class HalfwayFilter
{
    /// <summary>Taps in a row of the kernel.</summary>
    public const int Taps = 3;

    /// <summary>The factors of G's rows, 1 / product over l != j of (p_j - p_l); that at 1/2 is a quarter of it, for its weight is four times.</summary>
    /// <param name="tile">Of F(4,3) or F(5,3).</param>
    public static ReadOnlySpan<float> Scales(int tile) => tile == 4
        ? [1f / 4, -1f / 6, -1f / 6, 1f / 24, 1f / 24, 1]
        : [-1f / 2, -1f / 3, 1f / 9, 1f / 36, -1f / 60, 8f / 45, 1];
}
