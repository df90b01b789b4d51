namespace AlexNetGen.Kernels;

/// <summary>How a convolution is computed; chosen from its geometry when the network is compiled.</summary>
public enum ConvolutionAlgorithm
{
    /// <summary>By its definition, in register tiles, over an input framed by zeros where the windows leave it.</summary>
    Direct,

    /// <summary>One channel in and out for each group: vectors across channels.</summary>
    Depthwise,

    /// <summary>Winograd's minimal filtering: fewer products, of transformed tiles and transformed weights.</summary>
    Winograd,

    /// <summary>
    /// Blocks of stride x stride pixels become channels, which makes the stride 1 and the kernel small; then Winograd.
    /// </summary>
    SpaceToDepth,

    /// <summary>No more channels in than out for each group, those out 2, 4, 8 or 16, or any number where one is in, and no more than a vector holds: vectors across channels, of several groups where those are narrower.</summary>
    Grouped,

    /// <summary>A matrix product of windows and kernels by Strassen's algorithm: 7 products of blocks instead of 8.</summary>
    Strassen,

    /// <summary>The phases of a stride become channels, read where they are; then Winograd. Of a multiple of 16 input channels.</summary>
    Phases,

    /// <summary>Onto up to four channels: planes of the input, and vectors across pixels. Of one group and a stride of one.</summary>
    Planar,
}
