namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Vectors that convolutions are computed in. Where the program will run is not known when it is built, so each
/// convolution is planned for all of them.
/// </summary>
/// <param name="Name">The instruction set, as plans name it.</param>
/// <param name="Lanes">Floats of a vector.</param>
/// <param name="WeightCost">
/// A weight read from memory takes as long as so many multiply-adds, which it hides behind: the narrower the vectors the
/// fewer, for memory stays as fast.
/// </param>
/// <param name="PlanarTile">Positions of a planar convolution's tile: three vectors, or six where there are registers for them.</param>
internal sealed record VectorWidth(string Name, int Lanes, int WeightCost, int PlanarTile)
{
    public static readonly VectorWidth Bits512 = new("AVX-512", 16, 10, 96);

    public static readonly VectorWidth Bits256 = new("AVX2", 8, 10, 24);

    /// <summary>Arm AdvSimd, x86 SSE, and the fallback of every other machine.</summary>
    public static readonly VectorWidth Bits128 = new("128-bit vectors", 4, 5, 12);

    /// <summary>What it takes to multiply a weight with a number of values, in multiply-adds: where they are few, as long as reading it.</summary>
    public long MultiplyAdds(long values) => values == 0 ? 0 : Math.Max(values, WeightCost);

    /// <summary>
    /// The vectors that the weights are packed for where these are the widest: the narrowest of which one holds so many
    /// channels, as the runtime's <c>VectorWidths.Holding</c>.
    /// </summary>
    public VectorWidth Holding(int channels)
    {
        VectorWidth width = channels <= Bits128.Lanes ? Bits128 : channels <= Bits256.Lanes ? Bits256 : Bits512;
        return width.Lanes < Lanes ? width : this;
    }
}
