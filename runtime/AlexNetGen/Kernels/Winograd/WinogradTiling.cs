using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// How Winograd's algorithm divides a map into tiles. Where a length is no multiple of the tile, some tiles are shorter by
/// one: the point at infinity reaches the last output of a tile alone, so they are the same without that point.
/// <code>
///   13 x 13 by tiles of 5 = 5 + 4 + 4
///   A B B      tiles are numbered B, A, C, D,      finite points                  B A C D
///   C D D      all images' B before their A,       the last row, infinity         B A
///   C D D      so that those at a point            the last column, infinity        A C
///              are neighbours:                     the last of both                 A
/// </code>
/// </summary>
internal readonly struct WinogradTiling
{
    private readonly int _tile;
    private readonly int _side;
    private readonly int _images;
    private readonly int _dilation;
    private readonly int _wholeRows;
    private readonly int _shortRows;
    private readonly int _wholeColumns;
    private readonly int _shortColumns;

    // Where the regions A, C and D begin.
    private readonly int _whole;
    private readonly int _low;
    private readonly int _corner;

    /// <summary>Divides a convolution's output.</summary>
    /// <param name="sizes">The convolution.</param>
    /// <param name="images">The images that are computed together.</param>
    public WinogradTiling(in ConvolutionSizes sizes, int images)
    {
        _tile = sizes.WinogradTile;
        _side = _tile + new StridePhases(sizes).Taps - 1;
        _dilation = sizes.DilationHeight;
        images *= _dilation * _dilation;
        _images = images;
        (_wholeRows, _shortRows) = Divide((sizes.OutputHeight + _dilation - 1) / _dilation, _tile);
        (_wholeColumns, _shortColumns) = Divide((sizes.OutputWidth + _dilation - 1) / _dilation, _tile);
        _whole = images * _wholeRows * _shortColumns;
        _low = _whole + (images * _wholeRows * _wholeColumns);
        _corner = _low + (images * _shortRows * _wholeColumns);
    }

    /// <summary>Tiles of one image, or of one part of it.</summary>
    public int ImageTiles => (_wholeRows + _shortRows) * (_wholeColumns + _shortColumns);

    /// <summary>A tile by its number.</summary>
    public WinogradTile this[int number]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            bool isTall = number < _low, isWide = number >= _whole && number < _corner;
            number -= isTall ? (isWide ? _whole : 0) : (isWide ? _low : _corner);
            int columns = isWide ? _wholeColumns : _shortColumns;
            (int image, int place) = int.DivRem(number, columns * (isTall ? _wholeRows : _shortRows));
            (int down, int across) = int.DivRem(place, columns);
            int firstRow = 0, firstColumn = 0;
            if (_dilation > 1)
            {
                (image, int part) = int.DivRem(image, _dilation * _dilation);
                (firstRow, firstColumn) = int.DivRem(part, _dilation);
            }

            return new()
            {
                Image = image,
                Top = isTall ? down * _tile : (_wholeRows * _tile) + (down * (_tile - 1)),
                Left = isWide ? across * _tile : (_wholeColumns * _tile) + (across * (_tile - 1)),
                FirstRow = firstRow,
                FirstColumn = firstColumn,
                IsTall = isTall,
                IsWide = isWide,
            };
        }
    }

    /// <summary>Which tiles have values at which points.</summary>
    public PointTiles AtPoints()
    {
        ulong lastColumn = 0;
        for (int row = 0; row < _side; row++)
        {
            lastColumn |= 1UL << (((row + 1) * _side) - 1);
        }

        return new()
        {
            Tiles = _images * ImageTiles,
            LastColumn = lastColumn,
            LastRow = _side * (_side - 1),
            WholeFrom = _whole,
            LowFrom = _low,
            CornerFrom = _corner,
        };
    }

    /// <summary>Whole and short tiles of a length: so many short ones that nothing hangs over, or all where it is less than they are.</summary>
    public static (int Whole, int Short) Divide(int length, int tile)
    {
        int tiles = (length + tile - 1) / tile, less = Math.Min(tiles, (tiles * tile) - length);
        return (tiles - less, less);
    }
}
