using System.Numerics;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution in which an output channel depends on few input channels: of one (depthwise, where Groups = InputChannels) or of a
/// group no wider than a vector, which has no more inputs than outputs. A vector is neighbouring channels of one pixel, of several
/// groups where groups are narrower. The map needs no frame of zeros: taps outside of it are left out.
/// <code>
/// chunk   [band of rows][strip of columns]    in it [block of channels][tile or tiles][row], downwards, so that the rows that
///                                             windows share are still in the first-level cache
/// </code>
/// </summary>
internal static unsafe class GroupedConvolution
{
    // Rows of a band: as many as share windows' rows well.
    private const int MostRows = 14;

    private const int FloatsInCache = 16 * 1024 / sizeof(float);
    private const int RunInMemory = 16 * 1024 / sizeof(float);

    /// <summary>Convolves the map; the lengths have been checked.</summary>
    public static void Run(in ConvolutionSizes sizes, float* map, float* weight, VectorWidth widest, in ConvolutionEpilogue epilogue, Team team)
    {
        int inputs = sizes.InputChannels / sizes.Groups, outputs = sizes.OutputChannels / sizes.Groups;
        GroupedOperands operands = new() { Sizes = sizes, Map = map, Weight = weight, Inputs = inputs, Outputs = outputs, Spacing = SpacingOf(sizes), Epilogue = epilogue };
        switch (VectorWidths.Fitting(sizes.InputChannels, widest))
        {
            case VectorWidth.Bits512:
                Run<Lanes512, Vector512<float>>(operands, team);
                break;
            case VectorWidth.Bits256:
                Run<Lanes256, Vector256<float>>(operands, team);
                break;
            case VectorWidth.Bits128:
                Run<Lanes128, Vector128<float>>(operands, team);
                break;
            default:
                Run<LanesScalar, float>(operands, team);
                break;
        }
    }

    private static void Run<TLanes, TVector>(in GroupedOperands operands, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (operands.Outputs == 1)
        {
            Run<TLanes, TVector, SingleChannels>(operands, team);
        }
        else if (operands.AreGroupsInVector(TLanes.Count))
        {
            Run<TLanes, TVector, GroupsInVector>(operands, team);
        }
        else
        {
            Run<TLanes, TVector, VectorsInGroup>(operands, team);
        }
    }

    private static void Run<TLanes, TVector, TReader>(in GroupedOperands operands, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TReader : struct, IGroupReader
    {
        ConvolutionSizes sizes = operands.Sizes;
        (int stride, int skipped) = int.DivRem(sizes.StrideWidth * operands.Spacing, sizes.DilationWidth);
        switch (skipped == 0 ? (stride, sizes.KernelWidth) : default)
        {
            case (1, 1):
                Run<GroupedTile<TLanes, TVector, One, TReader>>(operands, TLanes.Count, team);
                break;
            case (1, 3):
                Run<GroupedTile<TLanes, TVector, Three, TReader>>(operands, TLanes.Count, team);
                break;
            case (1, 5):
                Run<GroupedTile<TLanes, TVector, Five, TReader>>(operands, TLanes.Count, team);
                break;
            case (1, 7):
                Run<GroupedTile<TLanes, TVector, Seven, TReader>>(operands, TLanes.Count, team);
                break;
            case (2, 3):
                Run<GroupedStridedTile<TLanes, TVector, Three, TReader>>(operands, TLanes.Count, team);
                break;
            case (2, 5):
                Run<GroupedStridedTile<TLanes, TVector, Five, TReader>>(operands, TLanes.Count, team);
                break;
            case (2, 7):
                Run<GroupedStridedTile<TLanes, TVector, Seven, TReader>>(operands, TLanes.Count, team);
                break;
            default:
                Run<GroupedLoopTile<TLanes, TVector, TReader>>(operands, TLanes.Count, team);
                break;
        }
    }

    private static int SpacingOf(in ConvolutionSizes sizes)
    {
        int spacing = sizes.DilationWidth / (int)BigInteger.GreatestCommonDivisor(sizes.DilationWidth, sizes.StrideWidth);
        return sizes.OutputWidth < spacing * IGroupedTile.Pixels ? 1 : spacing;
    }

    private static void Run<TTile>(in GroupedOperands operands, int lanes, Team team)
        where TTile : struct, IGroupedTile
    {
        Bands<TTile> work = new(operands, lanes, team.Threads);
        team.Run(work.Chunks, ref work);
    }

    private readonly struct Bands<TTile> : IParallelWork
        where TTile : struct, IGroupedTile
    {
        private readonly GroupedOperands _operands;
        private readonly int _lanes;
        private readonly int _pixels;
        private readonly int _rows;
        private readonly int _channels;

        public Bands(in GroupedOperands operands, int lanes, int threads)
        {
            _operands = operands;
            _lanes = lanes;
            _pixels = PixelsOfStrip(operands.Sizes) * operands.Spacing;

            // A thread has a part of the rows, and that is whole bands.
            int part = Share(operands.Sizes.OutputHeight, threads);
            _rows = Share(part, Share(part, MostRows));

            // Even blocks of whole vectors.
            int blocks = Share(operands.Sizes.OutputChannels, ChannelsInCache(operands.Sizes, lanes) * operands.Outputs / operands.Inputs);
            _channels = Share(Share(operands.Sizes.OutputChannels, blocks), lanes) * lanes;
        }

        public int Chunks => Share(_operands.Sizes.OutputHeight, _rows) * Strips;

        // The last one is wider where the strips do not divide the row.
        private int Strips => Math.Max(_operands.Sizes.OutputWidth / _pixels, 1);

        public void Run(int chunk)
        {
            GroupedOperands operands = _operands;
            int* indices = stackalloc int[!operands.AreGroupsInVector(_lanes) ? 0 : operands.IndexStep(_lanes) == 0 ? _lanes * operands.Inputs : _channels * operands.Inputs];
            operands.Indices = indices;
            int left = chunk % Strips * _pixels, right = chunk % Strips == Strips - 1 ? operands.Sizes.OutputWidth : left + _pixels;
            int top = chunk / Strips * _rows, bottom = Math.Min(top + _rows, operands.Sizes.OutputHeight);
            for (int channel = 0; channel < operands.Sizes.OutputChannels; channel += _channels)
            {
                operands.FirstChannel = channel;
                operands.EndChannel = Math.Min(channel + _channels, operands.Sizes.OutputChannels);
                operands.Index(_lanes);
                GroupedBand<TTile>.Run(operands, top, bottom, left, right);
            }
        }

        // A strip is several tiles wide where pixels have few channels: longer runs come faster from memory.
        private static int PixelsOfStrip(in ConvolutionSizes sizes) =>
            Math.Max(RunInMemory / (IGroupedTile.Pixels * sizes.StrideWidth * sizes.InputChannels), 1) * IGroupedTile.Pixels;

        // As many channels as half of a first-level cache holds under a tile.
        private static int ChannelsInCache(in ConvolutionSizes sizes, int lanes) =>
            Math.Max(FloatsInCache / (sizes.KernelHeight * (((IGroupedTile.Pixels - 1) * sizes.StrideWidth) + sizes.KernelWidth)), 2 * lanes);

        private static int Share(int whole, int parts) => (whole + parts - 1) / parts;
    }
}
