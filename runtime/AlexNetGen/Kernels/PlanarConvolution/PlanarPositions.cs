using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>The positions of a planar convolution's output, some rows at a time: tiles of them, and what follows.</summary>
/// <typeparam name="TLanes">The vector width.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[SkipLocalsInit]
internal unsafe struct PlanarPositions<TLanes, TVector> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    // Multiply-adds of a chunk, unless a tile has more.
    private const int MostMultiplyAdds = 1 << 17;

    private ConvolutionSizes _sizes;
    private PlanarLayout _layout;
    private ConvolutionEpilogue _epilogue;
    private float* _planes;
    private float* _weight;
    private int _firstRow;
    private int _positions;
    private int _chunkTiles;

    /// <summary>Convolves a map.</summary>
    public static void Run(in ConvolutionSizes sizes, float* map, float* weight, float* room, in ConvolutionEpilogue epilogue, Team team)
    {
        int tile = PlanarTile.Pixels<TLanes, TVector>();
        PlanarPositions<TLanes, TVector> work = new() { _sizes = sizes, _layout = new(sizes), _epilogue = epilogue, _planes = room, _weight = weight };
        work._chunkTiles = (int)Math.Max(1, MostMultiplyAdds / ((long)tile * sizes.WeightLength));
        for (int row = 0; row < sizes.OutputHeight; row += sizes.RowsAtOnce)
        {
            int rows = Math.Min(sizes.RowsAtOnce, sizes.OutputHeight - row);
            PlanarRows.Copy(sizes, map, room, row, rows + PlanarLayout.ReachBeyond(sizes), team);
            work._firstRow = row;
            work._positions = rows * work._layout.Row;
            int tiles = (work._positions + tile - 1) / tile;
            team.Run((tiles + work._chunkTiles - 1) / work._chunkTiles, ref work);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int tile = PlanarTile.Pixels<TLanes, TVector>(), first = chunk * _chunkTiles * tile, end = Math.Min(first + (_chunkTiles * tile), _positions);
        float* sums = stackalloc float[PlanarTile.MostOutputs * PlanarTile.MostPixels];
        for (int position = first; position < end; position += tile)
        {
            float* planes = _planes + position;
            switch (_sizes.OutputChannels)
            {
                case 1:
                    PlanarTile.Run<TLanes, TVector, One>(_sizes, _layout, planes, _weight, _epilogue.Bias, sums);
                    break;
                case 2:
                    PlanarTile.Run<TLanes, TVector, Two>(_sizes, _layout, planes, _weight, _epilogue.Bias, sums);
                    break;
                case 3:
                    PlanarTile.Run<TLanes, TVector, Three>(_sizes, _layout, planes, _weight, _epilogue.Bias, sums);
                    break;
                default:
                    PlanarTile.Run<TLanes, TVector, Four>(_sizes, _layout, planes, _weight, _epilogue.Bias, sums);
                    break;
            }

            for (int channel = 0; channel < _sizes.OutputChannels; channel++)
            {
                Finish(sums + (channel * tile), channel, position, Math.Min(position + tile, _positions));
            }
        }
    }

    // Normalises, adds another map, applies the activation and writes a channel of a tile; positions past a row's last pixel are left out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Finish(float* sums, int channel, int position, int end)
    {
        int length = PlanarTile.Pixels<TLanes, TVector>();
        if (_epilogue.Factor is not null)
        {
            TVector factor = TLanes.Broadcast(_epilogue.Factor[channel]), shift = TLanes.Broadcast(_epilogue.Shift[channel]);
            for (int i = 0; i < length; i += TLanes.Count)
            {
                TLanes.Store(TLanes.MultiplyAdd(TLanes.Load(sums + i), factor, shift), sums + i);
            }
        }

        if (_epilogue.Addend is not null)
        {
            Move(sums, _epilogue.Addend, channel, position, end, adds: true);
        }

        TVector least = TLanes.Broadcast(_epilogue.Least), largest = TLanes.Broadcast(_epilogue.Largest);
        for (int i = 0; i < length; i += TLanes.Count)
        {
            TLanes.Store(TLanes.Clamp(TLanes.Load(sums + i), least, largest), sums + i);
        }

        if (ActivationPass.IsNeeded(_epilogue.Activation))
        {
            ActivationPass.Run<TLanes, TVector>(_epilogue.Activation, sums, length, 1, length);
        }

        Move(sums, _epilogue.Output, channel, position, end, adds: false);
    }

    // Adds a channel of a map to a tile's sums, or writes them there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Move(float* sums, float* map, int channel, int position, int end, bool adds)
    {
        int width = _sizes.OutputWidth;
        nint step = _epilogue.OutputStep;
        while (position < end)
        {
            (int row, int column) = Math.DivRem(position, _layout.Row);
            int pixels = Math.Min(width - column, end - position), next = Math.Min(_layout.Row - column, end - position);
            nint pixel = ((nint)(_firstRow + row) * width) + column;
            float* at = map + (pixel * step) + channel;
            for (int i = 0; i < pixels; i++, at += step)
            {
                if (adds)
                {
                    sums[i] += *at;
                }
                else
                {
                    *at = sums[i];
                }
            }

            position += next;
            sums += next;
        }
    }
}
