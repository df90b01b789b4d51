namespace AlexNetGen.Generator.Planning;

/// <summary>The room between the transforms of a convolution that multiplies transformed tiles, as the runtime's <c>TransformLayout</c>.</summary>
/// <param name="TilesAtOnce">Tiles that are between the transforms at once.</param>
/// <param name="Scratch">Floats between the transforms.</param>
internal readonly record struct TransformRoom(long TilesAtOnce, long Scratch)
{
    // Floats that the runtime puts between the points of a tile, at most.
    private const int Apart = 16;

    // The floats between the transforms at once: as many as the weights, to read neither more often than the other,
    // but at least half a megabyte, which a second-level cache holds.
    private const long SmallestBatch = 1L << 17;

    // Weights up to so many floats, one megabyte, stay in a second-level cache: threads then share the batches of tiles,
    // each with room of its own, and not the steps.
    private const long LargestWeights = 1L << 18;
    private const long MostPlaces = 8;

    // Of more weights it is steps that threads share, but where batches are few each has a batch of its own, of so many tiles at least.
    private const long MostOwnBatches = 3;
    private const long FewestOwnTiles = 24;

    /// <summary>The room for a convolution.</summary>
    /// <param name="points">Points of a tile.</param>
    /// <param name="tiles">Its tiles.</param>
    /// <param name="channels">Channels of a point, in and out, in whole runs and vectors.</param>
    /// <param name="weights">Transformed weights.</param>
    /// <param name="largestBatch">Floats between the transforms at once, at most.</param>
    public static TransformRoom For(long points, long tiles, long channels, long weights, long largestBatch)
    {
        long perTile = points * channels;
        bool areFew = AreFew(weights);
        long most = Math.Max(1, (areFew ? SmallestBatch : Math.Min(weights, largestBatch)) / perTile);
        long tilesAtOnce = Up(tiles, Up(tiles, most));
        long places = areFew ? Math.Min(MostPlaces, Up(tiles, tilesAtOnce)) : 1;
        long owners = tiles <= MostOwnBatches * tilesAtOnce ? Math.Min(MostPlaces, tiles / FewestOwnTiles) : 0;
        long shared = places * ((tilesAtOnce * perTile) + (2 * points * Apart));
        return new(tilesAtOnce, owners < 2 ? shared : Math.Max(shared, ((tiles + owners) * perTile) + (2 * owners * points * Apart)));
    }

    /// <summary>Whether weights stay in a second-level cache.</summary>
    public static bool AreFew(long weights) => weights <= LargestWeights;

    private static long Up(long value, long divisor) => (value + divisor - 1) / divisor;
}
