using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// Where everything of a convolution lies that multiplies transformed tiles with transformed weights, at points. Tiles are
/// transformed in batches, so that what is between the transforms stays in cache.
/// <code>
/// input    [point][group][16 channels][tile of the batch][16]      runs of 16 channels; those past the last are not read
/// weights  [point][group][block][input channel][lane]              a block is 1 to 3 vectors of output channels; of a
///                                                                  stride's phases, the channels that have weights there
/// products [point][tile of the batch][group][output channel]       channels up to whole vectors
/// </code>
/// </summary>
internal readonly struct TransformLayout
{
    /// <summary>Channels of a run: what one row of the register tile reads before it goes on to the next run.</summary>
    public const int Run = 16;

    // A line of the cache.
    private const int Line = 16;

    // 3 vectors x 9 tiles are 27 accumulators of AVX-512's 32 registers; 3 x 4 are 12 of AVX2's 16.
    private const int LargestBlock = 3;

    // Transformed weights up to this, 1 MB, stay in a second-level cache while the tiles go by.
    private const int LargestWeights = 1 << 18;

    // Threads that have room of their own; more wait for each other.
    private const int MostPlaces = 8;

    // A thread that takes fewer tiles than these through all steps waits for the weights, which every thread then reads.
    private const int FewestOwnTiles = 24;

    // More would need room for more tiles than the weights are worth.
    private const int MostOwnBatches = 3;

    // What lies between points at most: twice for every thread's batch.
    private const int MostApart = Line;

    // Up to here weights are waited for: the 4 bytes of one take as long as some fifteen products.
    private const int FewTiles = 16;

    private readonly PointTiles _tilesAt;
    private readonly PointInputs _inputsAt;

    // Vectors of a block, and how many blocks have one more: asked for at every point, without a division.
    private readonly int _fewestVectors;
    private readonly int _longerBlocks;

    private TransformLayout(VectorWidth width, int points, int groups, int inputs, int outputs, in PointTiles tiles, in PointInputs inputsAt, int tilesAtOnce, int images = 1)
    {
        Lanes = (int)width;
        Points = points;
        Groups = groups;
        Inputs = inputs;
        Outputs = outputs;
        _tilesAt = tiles;
        _inputsAt = inputsAt;
        Tiles = tiles.Tiles;
        Runs = (Inputs + Run - 1) / Run;
        Vectors = (Outputs + Lanes - 1) / Lanes;
        Blocks = (Vectors + LargestBlock - 1) / LargestBlock;
        (_fewestVectors, _longerBlocks) = int.DivRem(Vectors, Blocks);
        ProductTileStep = Groups * Vectors * Lanes;
        Batch = Math.Min(tilesAtOnce, Tiles);
        WeightStep = Groups * Vectors * Lanes * Inputs;
        Places = (long)Points * Inputs * Outputs * Groups > LargestWeights ? 0 : Math.Min(MostPlaces, (Tiles + Batch - 1) / Batch);
        int owners = Tiles <= MostOwnBatches * Batch ? Tiles / images / FewestOwnTiles : 0;
        Owners = owners > 1 ? Math.Min(MostPlaces, images * owners) : 0;
    }

    /// <summary>Floats of a vector.</summary>
    public int Lanes { get; }

    /// <summary>Points of a tile.</summary>
    public int Points { get; }

    /// <summary>Points in a row of a tile; 0 where they are in no rows.</summary>
    public int Side { get; private init; }

    /// <summary>
    /// Whether weights are kept halfway transformed (<see cref="HalfwayFilter"/>): of few tiles, where weights are more than a cache
    /// holds, in the vectors whose register tiles have room for it.
    /// </summary>
    public bool IsHalfway { get; private init; }

    /// <summary>Groups of channels.</summary>
    public int Groups { get; }

    /// <summary>Input channels of one group.</summary>
    public int Inputs { get; }

    /// <summary>Output channels of one group.</summary>
    public int Outputs { get; }

    /// <summary>Runs of input channels of one group.</summary>
    public int Runs { get; }

    /// <summary>Vectors of output channels of one group.</summary>
    public int Vectors { get; }

    /// <summary>Blocks of output channels of one group.</summary>
    public int Blocks { get; }

    /// <summary>Tiles of the output, of all images.</summary>
    public int Tiles { get; }

    /// <summary>Tiles between the transforms at once.</summary>
    public int Batch
    {
        get;
        private init
        {
            field = value;
            RunStep = value * Run;
            InputGroupStep = Runs * RunStep;
            InputStep = Apart(Groups * InputGroupStep);
            ProductStep = Apart(value * ProductTileStep);
        }
    }

    /// <summary>Floats from one run of the transformed input to the next.</summary>
    public int RunStep { get; private init; }

    /// <summary>Floats from one group of the transformed input to the next.</summary>
    public int InputGroupStep { get; private init; }

    /// <summary>Floats from one point of the transformed input to the next.</summary>
    public int InputStep { get; private init; }

    /// <summary>Floats from one tile of the products to the next.</summary>
    public int ProductTileStep { get; }

    /// <summary>Floats from one point of the products to the next.</summary>
    public int ProductStep { get; private init; }

    /// <summary>Floats of the weights at a point where all input channels have some.</summary>
    public int WeightStep { get; }

    /// <summary>Floats of the transformed weights.</summary>
    public int WeightLength
    {
        get
        {
            if (IsHalfway)
            {
                return checked(Side * HalfwayFilter.Taps * WeightStep);
            }

            (int first, int end) = InputsAt(Points - 1);
            return checked((int)(WeightsBefore(Points - 1) + ((nint)(end - first) * Groups * Vectors * Lanes)));
        }
    }

    /// <summary>Threads that take a batch of tiles each through all steps; 0 where they share every step, and read each weight once.</summary>
    public int Places { get; private init; }

    /// <summary>
    /// Up to so many threads take batches of tiles through all steps, however many the weights, since batches are few; 0 for none. What
    /// one thread transforms and another multiplies goes from cache to cache; between processors far from each other that takes longer
    /// than to read the weights twice.
    /// </summary>
    public int Owners { get; }

    /// <summary>Floats of a batch's transformed input.</summary>
    public int InputLength => Points * InputStep;

    /// <summary>Floats that a batch needs between the transforms.</summary>
    public int BatchLength => InputLength + (Points * ProductStep);

    /// <summary>Floats that are needed besides input, weights and output.</summary>
    public int ScratchLength
    {
        get
        {
            int perTile = (Groups * Runs * Run) + ProductTileStep;
            return Math.Max(Math.Max(1, Places) * BatchLength, Owners == 0 ? 0 : Points * (((Tiles + Owners) * perTile) + (2 * Owners * MostApart)));
        }
    }

    /// <summary>The layout of Winograd's algorithm for one vector width, over the tiles of several images.</summary>
    public static TransformLayout OfWinograd(in ConvolutionSizes sizes, VectorWidth width, int images = 1)
    {
        StridePhases phases = new(sizes);
        int tile = sizes.WinogradTile, side = tile + phases.Taps - 1, inputs = sizes.InputChannels / sizes.Groups * phases.Count;
        PointTiles tiles = new WinogradTiling(sizes, images).AtPoints();
        TransformLayout layout = new(width, side * side, sizes.Groups, inputs, sizes.OutputChannels / sizes.Groups, tiles, phases.AtPoints(inputs), images * sizes.TilesAtOnce, images);
        bool isKnown = phases is { Stride: 1, Taps: HalfwayFilter.Taps } && tile >= 4;
        return layout with
        {
            Side = side,
            IsHalfway = isKnown && width == VectorWidth.Bits512 && layout.Places == 0 && tiles.Tiles <= images * FewTiles,
        };
    }

    /// <summary>
    /// The layout of Strassen's algorithm, whose tile is as many pixels as the channels have parts. The input channels are those
    /// of all taps, tap by tap.
    /// </summary>
    public static TransformLayout OfStrassen(in ConvolutionSizes sizes, VectorWidth width)
    {
        int parts = 1 << sizes.StrassenLevels, points = sizes.StrassenLevels == 1 ? 7 : 49;
        PointTiles tiles = new() { Tiles = ((sizes.OutputHeight * sizes.OutputWidth) + parts - 1) / parts };
        int inputs = sizes.KernelHeight * sizes.KernelWidth * (sizes.InputChannels / parts);
        return new(width, points, groups: 1, inputs, (sizes.OutputChannels + parts - 1) / parts, tiles, PointInputs.All(inputs), sizes.TilesAtOnce);
    }

    /// <summary>
    /// The same for a number of threads, in as much scratch: a batch for each, batches as many as keep all busy, or steps that all share
    /// where tiles are few.
    /// </summary>
    public TransformLayout For(int threads)
    {
        int batches = (Tiles + Batch - 1) / Batch;
        return threads == 1 ? this
            : threads <= Owners ? this with { Batch = (Tiles + Up(batches, threads) - 1) / Up(batches, threads), Places = threads }
            : Places == 0 ? this
            : threads >= 2 * batches ? this with { Places = 0 }
            : this with { Batch = (Tiles + Up(batches, threads) - 1) / Up(batches, threads) };
    }

    /// <summary>The first of the tiles that have a value at a point, and the end of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) TilesAt(int point) => _tilesAt.At(point);

    /// <summary>The first of the input channels that have a weight at a point, a multiple of a run, and the end of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) InputsAt(int point) => _inputsAt.At(_tilesAt.IsLastRow(point), _tilesAt.IsLastColumn(point));

    /// <summary>Floats of the weights at the points before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint WeightsBefore(int point) => _inputsAt.Before(point, _tilesAt) * (Groups * Vectors * Lanes);

    /// <summary>Vectors of one block, as even as can be.</summary>
    public int BlockVectors(int block) => _fewestVectors + (block < _longerBlocks ? 1 : 0);

    /// <summary>Vectors of the blocks before one.</summary>
    public int VectorsBefore(int block) => (block * _fewestVectors) + Math.Min(block, _longerBlocks);

    private static int Up(int number, int multiple) => (number + multiple - 1) / multiple * multiple;

    // Points an even number of lines apart would compete for some sets of the first-level cache; 64 lines apart, for one.
    private static int Apart(int length) => length % Line == 0 ? length | Line : length + Line;
}
