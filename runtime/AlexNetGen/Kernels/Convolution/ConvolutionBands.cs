using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// A convolution by Winograd's algorithm in bands, each a row of its tiles, which one thread takes from the input to the result
/// while its weights stay in cache.
/// <code>
///   input of the band                                  result, m rows
///   . . . . . . . .     shared with the band above
///   . . . . . . . .  ------->                          y y y y y y y y
///   . . . . . . . .                                    y y y y y y y y
///   . . . . . . . .     shared with the band below
/// </code>
/// </summary>
internal readonly unsafe struct ConvolutionBands
{
    private readonly ConvolutionSizes _sizes;

    // The same over blocks of pixels, where those become channels first.
    private readonly ConvolutionSizes _deep;
    private readonly VectorWidth _width;
    private readonly int _wholeRows;

    /// <summary>Divides a convolution.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="width">The vector width that its weights are packed for.</param>
    public ConvolutionBands(in ConvolutionSizes sizes, VectorWidth width)
    {
        _sizes = sizes;
        _deep = sizes.Algorithm == ConvolutionAlgorithm.SpaceToDepth ? SpaceToDepth.Deep(sizes) : sizes;
        _width = width;
        (_wholeRows, int shortRows) = WinogradTiling.Divide(sizes.OutputHeight, sizes.WinogradTile);
        Count = _wholeRows + shortRows;
    }

    /// <summary>The number of bands.</summary>
    public int Count { get; }

    /// <summary>Rows of the longest band.</summary>
    public int MostRows => _sizes.WinogradTile;

    /// <summary>Floats of a row of the result.</summary>
    public int RowLength => _sizes.OutputWidth * _sizes.OutputChannels;

    /// <summary>Floats that a thread needs for a band, besides its result.</summary>
    public int RoomLength => BlocksLength + AlignedArray.WholeLines(TransformLayout.OfWinograd(Band(First(1)), _width).BatchLength);

    private bool IsOverBlocks => _sizes.Algorithm == ConvolutionAlgorithm.SpaceToDepth;

    private int BlocksLength => IsOverBlocks ? AlignedArray.WholeLines((MostRows + _deep.KernelHeight - 1) * _deep.InputWidth * _deep.InputChannels) : 0;

    /// <summary>Whether a convolution can be divided: without dilation, by Winograd's algorithm, with weights that stay in a second-level cache.</summary>
    public static bool Fit(in ConvolutionSizes sizes, VectorWidth width) => sizes.Algorithm switch
    {
        ConvolutionAlgorithm.Winograd => sizes.DilationHeight == 1 && TransformLayout.OfWinograd(sizes, width).Places > 0,
        ConvolutionAlgorithm.SpaceToDepth => TransformLayout.OfWinograd(SpaceToDepth.Deep(sizes), width).Places > 0,
        _ => false,
    };

    /// <summary>The first row of a band; of the one past the last, the end of the rows.</summary>
    public int First(int band) => Math.Min((band * MostRows) - Math.Max(band - _wholeRows, 0), _sizes.OutputHeight);

    /// <summary>Computes a band.</summary>
    /// <param name="band">Its number.</param>
    /// <param name="follows">Whether the last band that was computed in this room is the one above.</param>
    /// <param name="map">The convolution's input.</param>
    /// <param name="weight">The transformed weights.</param>
    /// <param name="room">Room for the band.</param>
    /// <param name="epilogue">What follows, and where the band's first row goes.</param>
    public void Run(int band, bool follows, float* map, float* weight, float* room, in ConvolutionEpilogue epilogue)
    {
        int first = First(band);
        ConvolutionSizes sizes = Band(First(band + 1) - first);
        if (IsOverBlocks)
        {
            FillBlocks(band, follows, map, room);
            WinogradConvolution.Run(sizes, _width, room, weight, room + BlocksLength, epilogue, ImageRows.Single, Team.Alone);
            return;
        }

        int top = Math.Max(first - _sizes.PaddingTop, 0);
        sizes = sizes with { PaddingTop = Math.Max(_sizes.PaddingTop - first, 0), InputHeight = _sizes.InputHeight - top };
        map += (nint)top * _sizes.InputWidth * _sizes.InputChannels;
        WinogradConvolution.Run(sizes, _width, map, weight, room, epilogue, ImageRows.Single, Team.Alone);
    }

    // The convolution of some rows. As many of its tiles are transformed at once as of the whole map, or fewer, in equal parts.
    private ConvolutionSizes Band(int rows)
    {
        int tiles = (_sizes.OutputWidth + MostRows - 1) / MostRows, parts = (tiles + _sizes.TilesAtOnce - 1) / _sizes.TilesAtOnce;
        int reach = rows + _deep.KernelHeight - 1;
        return _deep with { OutputHeight = rows, InputHeight = reach, ReachHeight = reach, TilesAtOnce = (tiles + parts - 1) / parts };
    }

    // The rows of blocks that this band shares with the one above are there, at their end.
    private void FillBlocks(int band, bool follows, float* map, float* blocks)
    {
        int first = First(band), shared = follows ? _deep.KernelHeight - 1 : 0;
        if (follows)
        {
            nint row = (nint)_deep.InputWidth * _deep.InputChannels;
            long bytes = shared * row * sizeof(float);
            Buffer.MemoryCopy(blocks + ((first - First(band - 1)) * row), blocks, bytes, bytes);
        }

        SpaceToDepth.Fill(_sizes, map, blocks, first, shared, First(band + 1) - first + _deep.KernelHeight - 1);
    }
}
