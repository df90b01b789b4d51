using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Convolutions that are alike in both directions, over maps of any height and width.</summary>
internal static class SquareConvolution
{
    /// <summary>The numbers of a direct one, or of one across the channels of small groups.</summary>
    public static ConvolutionSizes Sizes(int inputs, int outputs, int rows, int columns, int kernel, int padding, int stride = 1, int dilation = 1, int groups = 1, ConvolutionAlgorithm algorithm = ConvolutionAlgorithm.Direct)
    {
        int reach = dilation * (kernel - 1), height = ((rows + (2 * padding) - reach - 1) / stride) + 1, width = ((columns + (2 * padding) - reach - 1) / stride) + 1;
        return new()
        {
            Algorithm = algorithm,
            InputChannels = inputs,
            InputHeight = rows,
            InputWidth = columns,
            OutputChannels = outputs,
            OutputHeight = height,
            OutputWidth = width,
            KernelHeight = kernel,
            KernelWidth = kernel,
            StrideHeight = stride,
            StrideWidth = stride,
            DilationHeight = dilation,
            DilationWidth = dilation,
            PaddingTop = padding,
            PaddingLeft = padding,
            ReachHeight = ((height - 1) * stride) + reach + 1,
            ReachWidth = ((width - 1) * stride) + reach + 1,
            Groups = groups,
            WinogradTile = 0,
            TilesAtOnce = 0,
            RowsAtOnce = 0,
            StrassenLevels = 0,
            IsInputPlanar = false,
        };
    }
}
