using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>
/// Where each weight of a convolution lies once packed. Dense: [group][block][ky][kx][input channel][lane], where a
/// block is 1 to 4 vectors of output channels, those that one register tile holds; lanes past the last channel are
/// zero. Where the last vector would be half empty, half a vector is a block of its own. Grouped across channels, of which
/// depthwise is the narrowest: [vector of output channels][ky][kx][input channel of the group][lane], where the last vector
/// overlaps the one before it.
/// </summary>
internal readonly struct ConvolutionLayout
{
    // Seven pixels x three vectors leave as few registers idle as six x four.
    private const int VectorsOfSeven = 3;

    // Vectors of a block, and how many blocks have one more.
    private readonly int _fewestVectors;
    private readonly int _longerBlocks;

    private ConvolutionLayout(int groups, int outputs, int inputs, int taps, bool acrossChannels, int lanes, int pixels, int tileVectors, bool isNarrow)
    {
        Groups = groups;
        Outputs = outputs;
        Inputs = inputs;
        Taps = taps;
        AcrossChannels = acrossChannels;
        Lanes = lanes;
        int half = lanes / 2, last = outputs % lanes;
        HalfLanes = isNarrow && outputs > lanes && last > 0 && last <= half ? half : 0;
        Vectors = Share(outputs - HalfLanes, lanes);

        // Where tiles of seven pixels, the last one filled up, compute over a twentieth fewer than tiles of six.
        bool fitsSeven = tileVectors > VectorsOfSeven && Vectors > tileVectors && 20 * Share(pixels, 7) * 7 < 19 * Share(pixels, 6) * 6;
        TilePixels = fitsSeven ? 7 : 6;
        TileVectors = fitsSeven ? VectorsOfSeven : tileVectors;
        WholeBlocks = Share(Vectors, TileVectors);
        (_fewestVectors, _longerBlocks) = int.DivRem(Vectors, WholeBlocks);
    }

    /// <summary>Groups of channels.</summary>
    public int Groups { get; }

    /// <summary>Output channels of one group.</summary>
    public int Outputs { get; }

    /// <summary>Input channels of one group.</summary>
    public int Inputs { get; }

    /// <summary>Taps of the kernel: rows x columns.</summary>
    public int Taps { get; }

    /// <summary>Whether vectors go across the channels of all groups.</summary>
    public bool AcrossChannels { get; }

    /// <summary>Floats of a vector.</summary>
    public int Lanes { get; }

    /// <summary>Whole vectors of output channels of one group.</summary>
    public int Vectors { get; }

    /// <summary>
    /// Floats of the half vector that follows them; 0 where there is none. Processors that compute 512 bits in two halves take half
    /// the time for it, others as long as for a whole one.
    /// </summary>
    public int HalfLanes { get; }

    /// <summary>Pixels of a register tile: six, or seven where that fits a small map much better, such as one of 7 x 7.</summary>
    public int TilePixels { get; }

    /// <summary>Vectors of the largest block.</summary>
    public int TileVectors { get; }

    /// <summary>Blocks of one group.</summary>
    public int Blocks => WholeBlocks + (HalfLanes > 0 ? 1 : 0);

    /// <summary>Blocks of whole vectors of one group.</summary>
    public int WholeBlocks { get; }

    /// <summary>Floats of the packed weight.</summary>
    public int PackedLength => (AcrossChannels ? Share(Groups * Outputs, Lanes) * Lanes : Groups * ((Vectors * Lanes) + HalfLanes)) * Inputs * Taps;

    /// <summary>The layout of a convolution's weights for one vector width.</summary>
    public static ConvolutionLayout Of(in ConvolutionSizes sizes, VectorWidth width)
    {
        bool acrossChannels = sizes.Algorithm is ConvolutionAlgorithm.Depthwise or ConvolutionAlgorithm.Grouped;
        return new ConvolutionLayout(
            sizes.Groups,
            sizes.OutputChannels / sizes.Groups,
            sizes.InputChannels / sizes.Groups,
            sizes.KernelHeight * sizes.KernelWidth,
            acrossChannels,
            (int)(acrossChannels ? VectorWidths.Fitting(sizes.InputChannels, width) : width),
            sizes.OutputHeight * sizes.OutputWidth,
            width switch
            {
                VectorWidth.Bits512 => Lanes512.TileVectors,
                VectorWidth.Bits256 => Lanes256.TileVectors,
                // Arm has more of them than SSE.
                _ => Lanes128.TileVectors,
            },
            VectorWidths.AreHalved(width) && NarrowTile.Fits<Lanes256, Vector256<float>>(sizes, vectors: 1));
    }

    /// <summary>Vectors of one block: as even as can be, since a tile of three beats one of four and one of one; 1 for half a vector.</summary>
    public int BlockVectors(int block) => IsHalf(block) ? 1 : _fewestVectors + (block < _longerBlocks ? 1 : 0);

    /// <summary>Floats of one block.</summary>
    public int BlockLanes(int block) => IsHalf(block) ? HalfLanes : BlockVectors(block) * Lanes;

    /// <summary>Whether a block is half a vector.</summary>
    public bool IsHalf(int block) => block == WholeBlocks;

    /// <summary>Vectors of the blocks before one.</summary>
    public int VectorsBefore(int block) => (block * _fewestVectors) + Math.Min(block, _longerBlocks);

    /// <summary>Copies between the original and the packed order, block by block on all processors; an exact permutation.</summary>
    /// <param name="original">[output][input of the group][ky][kx].</param>
    /// <param name="packed">The packed order.</param>
    /// <param name="pack">True to write <paramref name="packed"/>, false to write <paramref name="original"/>.</param>
    public unsafe void Copy(Span<float> original, Span<float> packed, bool pack)
    {
        ConvolutionLayout layout = this;
        fixed (float* first = original, second = packed)
        {
            float* there = first, here = second;
            int channels = Groups * Outputs;
            if (AcrossChannels)
            {
                for (int channel = 0; channel < channels; channel += Lanes)
                {
                    nint output = Math.Min(channel, channels - Lanes);
                    CopyLanes(there + (output * Inputs * Taps), Inputs * Taps, Lanes, here + ((nint)channel * Inputs * Taps), Inputs, inputStep: Lanes, Taps, tapStep: Inputs * Lanes, pack);
                }

                return;
            }

            Parallel.For(0, Groups * Blocks, chunk => layout.CopyBlock(there, here, chunk, pack));
        }
    }

    // A few input channels at a time, so that the packed lines stay in cache until all their lanes are there.
    private unsafe void CopyBlock(float* original, float* packed, int chunk, bool pack)
    {
        const int AtOnce = 16;
        (int group, int block) = int.DivRem(chunk, Blocks);
        int output = VectorsBefore(block) * Lanes, lanes = BlockLanes(block);
        original += (nint)((group * Outputs) + output) * Inputs * Taps;
        packed += (nint)((group * ((Vectors * Lanes) + HalfLanes)) + output) * Inputs * Taps;
        for (int input = 0; input < Inputs; input += AtOnce)
        {
            CopyLanes(
                original + ((nint)input * Taps),
                Inputs * Taps,
                Math.Min(lanes, Outputs - output),
                packed + ((nint)input * lanes),
                Math.Min(AtOnce, Inputs - input),
                inputStep: lanes,
                Taps,
                tapStep: Inputs * lanes,
                pack);
        }
    }

    private static int Share(int whole, int parts) => (whole + parts - 1) / parts;

    // [output][input][tap], outputs a step apart, and [tap][input][lane].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void CopyLanes(float* original, int step, int outputs, float* packed, int inputs, int inputStep, int taps, int tapStep, bool pack)
    {
        for (int output = 0; output < outputs; output++, original += step, packed++)
        {
            for (int input = 0; input < inputs; input++)
            {
                float* there = original + (input * taps), here = packed + (input * inputStep);
                for (int tap = 0; tap < taps; tap++, there++, here += tapStep)
                {
                    if (pack)
                    {
                        *here = *there;
                    }
                    else
                    {
                        *there = *here;
                    }
                }
            }
        }
    }
}
