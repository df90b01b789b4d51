using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// All outputs of a fully connected layer, a few blocks at a time: one from each quarter of the weight for one image, from
/// each third for several. A thread goes on to the next ones, so that it reads as many long streams. Several images share
/// each reading.
/// </summary>
/// <remarks>
/// Each output is summed in one order, panel by panel, whatever the tile: a batch gives the bits of single images.
/// </remarks>
[SkipLocalsInit]
internal unsafe struct FullyConnectedBlocks<TLanes, TVector, TElements> : IParallelWork
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
    where TElements : struct, IStoredElements
{
    private const int MostImages = 8;
    private const int MostStreams = FullyConnectedTile<TLanes, TVector, TElements>.MostStreams;

    // Features that are summed by themselves: sums of sums have smaller rounding errors, and images share what is in cache.
    private const int Panel = 1024;

    // Less is over before another thread has woken up.
    private const int BytesWorthSharing = 1 << 18;

    // Half of a second-level cache: such weights are still there, and are read as fast as they are multiplied.
    private const int MostCachedBytes = 1 << 19;

    private FullyConnectedOperands _operands;
    private int _streams;
    private int _blocks;
    private int _chunkBlocks;
    private int _ahead;

    /// <summary>Computes all outputs of all images.</summary>
    public static void Run(FullyConnectedOperands operands, Team team)
    {
        bool isShared = operands.Layout.Bytes >= BytesWorthSharing, isCached = operands.Layout.Bytes <= MostCachedBytes && (team.Threads == 1 || !isShared);
        int streams = operands.Images > 1 ? FullyConnectedTile<TLanes, TVector, TElements>.BatchStreams
            : isCached ? EvenStreams(operands.Layout.Blocks)
            : FullyConnectedTile<TLanes, TVector, TElements>.Streams;
        int blocks = (operands.Layout.Blocks + streams - 1) / streams;
        FullyConnectedBlocks<TLanes, TVector, TElements> work = new()
        {
            _operands = operands,
            _streams = streams,
            _blocks = blocks,
            _chunkBlocks = isShared ? 1 : blocks,
            _ahead = FullyConnectedTile<TLanes, TVector, TElements>.AheadOf(team.Threads),
        };
        team.Run(isShared ? blocks : 1, ref work);
    }

    /// <summary>Computes a chunk: some blocks of each stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int end = Math.Min((chunk + 1) * _chunkBlocks, _blocks);
        for (int block = chunk * _chunkBlocks; block < end; block++)
        {
            for (int image = 0; image < _operands.Images; image += MostImages)
            {
                Multiply(block, image, Math.Min(MostImages, _operands.Images - image));
            }
        }
    }

    // As few readings of the input as can be, and as few blocks twice.
    private static int EvenStreams(int blocks)
    {
        int calls = (blocks + MostStreams - 1) / MostStreams, streams = (blocks + calls - 1) / calls;
        return streams + (streams & 1);
    }

    // One block of each stream, for some images.
    private readonly void Multiply(int block, int image, int images)
    {
        byte** weights = stackalloc byte*[MostStreams];
        float* totals = stackalloc float[MostImages * FullyConnectedTile<TLanes, TVector, TElements>.BatchStreams * TLanes.Count];
        new Span<float>(totals, (_operands.Images == 1 ? 1 : MostImages) * _streams * TLanes.Count).Clear();
        for (int feature = 0; feature < _operands.Layout.Inputs; feature += Panel)
        {
            for (int stream = 0; stream < _streams; stream++)
            {
                // A stream that is over reads the first one's block; the result is not kept.
                int at = block + (stream * _blocks);
                at = at < _operands.Layout.Blocks ? at : block;
                weights[stream] = _operands.Weight + (((at * (nint)_operands.Layout.Inputs) + feature) * TLanes.Count * TElements.Bytes);
            }

            Add(weights, image, images, feature, Math.Min(Panel, _operands.Layout.Inputs - feature), totals);
        }

        for (int i = 0; i < images; i++)
        {
            for (int stream = 0; stream < _streams; stream++)
            {
                Finish(totals + (((i * _streams) + stream) * TLanes.Count), block + (stream * _blocks), image + i);
            }
        }
    }

    private readonly void Add(byte** weights, int image, int images, int feature, int features, float* totals)
    {
        float* x = _operands.Inputs + ((nint)image * _operands.InputStride) + feature;
        switch (_streams)
        {
            case 2:
                FullyConnectedTile<TLanes, TVector, TElements>.OneImage<Two>(weights, x, features, totals, _ahead);
                return;
            case 4:
                FullyConnectedTile<TLanes, TVector, TElements>.OneImage<Four>(weights, x, features, totals, _ahead);
                return;
            case 6:
                FullyConnectedTile<TLanes, TVector, TElements>.OneImage<Six>(weights, x, features, totals, _ahead);
                return;
            case 8:
                FullyConnectedTile<TLanes, TVector, TElements>.OneImage<Eight>(weights, x, features, totals, _ahead);
                return;
        }

        float** inputs = stackalloc float*[MostImages];
        for (int first = 0; first < images; first += FullyConnectedTile<TLanes, TVector, TElements>.Images)
        {
            // Images past the last are the last one again.
            for (int i = 0; i < MostImages; i++)
            {
                inputs[i] = x + ((nint)Math.Min(first + i, images - 1) * _operands.InputStride);
            }

            if (FullyConnectedTile<TLanes, TVector, TElements>.Images > 4 && images - first > 4)
            {
                FullyConnectedTile<TLanes, TVector, TElements>.SeveralImages<Eight>(weights, inputs, features, totals);
            }
            else
            {
                FullyConnectedTile<TLanes, TVector, TElements>.SeveralImages<Four>(weights, inputs, features, totals);
            }

            totals += FullyConnectedTile<TLanes, TVector, TElements>.Images * _streams * TLanes.Count;
        }
    }

    private readonly void Finish(float* totals, int block, int image)
    {
        int output = block * TLanes.Count, count = Math.Min(TLanes.Count, _operands.Layout.Outputs - output);
        if (count <= 0)
        {
            return;
        }

        TVector mask = TLanes.First(count), y = TLanes.Load(totals);
        y = TElements.IsScaled ? TLanes.Multiply(y, TLanes.Load(_operands.Scale + output, mask)) : y;
        y = _operands.Bias == null ? y : TLanes.Add(y, TLanes.Load(_operands.Bias + output, mask));
        y = _operands.ReLU ? TLanes.RectifiedLinear(y) : y;
        TLanes.Store(y, _operands.Outputs + ((nint)image * _operands.OutputStride) + output, mask);
    }
}
