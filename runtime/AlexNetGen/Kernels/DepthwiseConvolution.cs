using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution in which every channel has a kernel of its own (Groups = InputChannels = OutputChannels): a vector
/// is neighbouring channels of one pixel, and nothing is broadcast. The map needs no frame of zeros: taps outside of it
/// are left out.
/// <code>
/// chunk   [band of rows][strip of seven columns]      downwards within a strip, so that the rows that windows share
///                                                     are still in the first-level cache
/// </code>
/// </summary>
internal static unsafe class DepthwiseConvolution
{
    private const int BandRows = 14;

    /// <summary>Convolves the map; the lengths have been checked.</summary>
    public static void Run(in ConvolutionSizes sizes, float* map, float* weight, VectorWidth widest, in ConvolutionEpilogue epilogue, Team team)
    {
        DepthwiseOperands operands = new() { Sizes = sizes, Map = map, Weight = weight, Epilogue = epilogue };
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

    private static void Run<TLanes, TVector>(in DepthwiseOperands operands, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ConvolutionSizes sizes = operands.Sizes;
        switch (sizes.DilationWidth == 1 ? (sizes.StrideWidth, sizes.KernelWidth) : default)
        {
            case (1, 3):
                Run<DepthwiseTile<TLanes, TVector, Three>>(operands, team);
                break;
            case (1, 5):
                Run<DepthwiseTile<TLanes, TVector, Five>>(operands, team);
                break;
            case (1, 7):
                Run<DepthwiseTile<TLanes, TVector, Seven>>(operands, team);
                break;
            case (2, 3):
                Run<DepthwiseStridedTile<TLanes, TVector, Three>>(operands, team);
                break;
            case (2, 5):
                Run<DepthwiseStridedTile<TLanes, TVector, Five>>(operands, team);
                break;
            case (2, 7):
                Run<DepthwiseStridedTile<TLanes, TVector, Seven>>(operands, team);
                break;
            default:
                Run<DepthwisePixel<TLanes, TVector>>(operands, team);
                break;
        }
    }

    private static void Run<TTile>(in DepthwiseOperands operands, Team team)
        where TTile : struct, IDepthwiseTile
    {
        Strips<TTile> work = new(operands);
        team.Run(work.Chunks, ref work);
    }

    private readonly struct Strips<TTile>(in DepthwiseOperands operands) : IParallelWork
        where TTile : struct, IDepthwiseTile
    {
        private readonly DepthwiseOperands _operands = operands;
        private readonly int _strips = (operands.Sizes.OutputWidth + IDepthwiseTile.Pixels - 1) / IDepthwiseTile.Pixels;

        public int Chunks => (_operands.Sizes.OutputHeight + BandRows - 1) / BandRows * _strips;

        public void Run(int chunk)
        {
            int x = chunk % _strips * IDepthwiseTile.Pixels, top = chunk / _strips * BandRows;
            int bottom = Math.Min(top + BandRows, _operands.Sizes.OutputHeight);
            for (int y = top; y < bottom; y++)
            {
                TTile.Run(_operands, y, x);
            }
        }
    }
}
