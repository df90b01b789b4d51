namespace AlexNetGen.Kernels;

/// <summary>
/// Where each weight of a convolution lies once packed. Dense: [group][block][ky][kx][input channel][lane], where a
/// block is 1 to 4 vectors of output channels, those that one register tile holds; lanes past the last channel are
/// zero. Depthwise and grouped: [ky][kx][input channel of the group][output channel].
/// </summary>
internal readonly struct ConvolutionLayout
{
    private ConvolutionLayout(int groups, int outputs, int inputs, int taps, bool acrossChannels, int lanes, int tileVectors)
    {
        Groups = groups;
        Outputs = outputs;
        Inputs = inputs;
        Taps = taps;
        AcrossChannels = acrossChannels;
        Lanes = lanes;
        Vectors = (outputs + lanes - 1) / lanes;
        Blocks = (Vectors + tileVectors - 1) / tileVectors;
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

    /// <summary>Vectors of output channels of one group.</summary>
    public int Vectors { get; }

    /// <summary>Blocks of one group.</summary>
    public int Blocks { get; }

    /// <summary>Floats of the packed weight.</summary>
    public int PackedLength => AcrossChannels ? Groups * Outputs * Inputs * Taps : Groups * Vectors * Lanes * Inputs * Taps;

    /// <summary>The layout of a convolution's weights for one vector width.</summary>
    public static ConvolutionLayout Of(in ConvolutionSizes sizes, VectorWidth width)
    {
        int tileVectors = width switch
        {
            VectorWidth.Bits512 => Lanes512.TileVectors,
            VectorWidth.Bits256 => Lanes256.TileVectors,
            _ => Lanes128.TileVectors,
        };
        return new ConvolutionLayout(
            sizes.Groups,
            sizes.OutputChannels / sizes.Groups,
            sizes.InputChannels / sizes.Groups,
            sizes.KernelHeight * sizes.KernelWidth,
            sizes.Algorithm is ConvolutionAlgorithm.Depthwise or ConvolutionAlgorithm.Grouped,
            (int)width,
            tileVectors);
    }

    /// <summary>Vectors of one block: as even as can be, since a tile of three beats one of four and one of one.</summary>
    public int BlockVectors(int block) => (Vectors / Blocks) + (block < Vectors % Blocks ? 1 : 0);

    /// <summary>Vectors of the blocks before one.</summary>
    public int VectorsBefore(int block) => (block * (Vectors / Blocks)) + Math.Min(block, Vectors % Blocks);

    /// <summary>Copies between the original and the packed order; an exact permutation.</summary>
    /// <param name="original">[output][input of the group][ky][kx].</param>
    /// <param name="packed">The packed order.</param>
    /// <param name="pack">True to write <paramref name="packed"/>, false to write <paramref name="original"/>.</param>
    public void Copy(Span<float> original, Span<float> packed, bool pack)
    {
        int next = 0;
        for (int group = 0; group < Groups; group++)
        {
            int output = 0;
            for (int block = 0; block < (AcrossChannels ? 1 : Blocks); block++)
            {
                int lanes = AcrossChannels ? Outputs : BlockVectors(block) * Lanes;
                for (int tap = 0; tap < Taps; tap++)
                {
                    for (int input = 0; input < Inputs; input++, next += lanes)
                    {
                        for (int lane = 0; lane < lanes && output + lane < Outputs; lane++)
                        {
                            int from = (((((group * Outputs) + output + lane) * Inputs) + input) * Taps) + tap;
                            int to = AcrossChannels ? (((tap * Inputs) + input) * Groups * Outputs) + (group * Outputs) + lane : next + lane;
                            if (pack)
                            {
                                packed[to] = original[from];
                            }
                            else
                            {
                                original[from] = packed[to];
                            }
                        }
                    }
                }

                output += lanes;
            }
        }
    }
}
