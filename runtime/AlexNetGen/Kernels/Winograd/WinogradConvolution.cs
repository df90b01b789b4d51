using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Winograd's minimal filtering (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015), for stride 1
/// with any dilation, or the phases of a larger stride (<see cref="StridePhases"/>). An m x m tile of the output needs (m + r - 1)^2 products a
/// pair of channels, where the definition needs m^2 r^2: F(4,3) 36 instead of 144.
/// <code>
///   input tile, 6 x 6         at the points             products, 6 x 6           output tile, 4 x 4
///   . . . . . .               v v v v v v               p p p p p p               y y y y
///   . . . . . .    B^T d B    v v v v v v    at each    p p p p p p    A^T m A    y y y y
///   . . . . . .  ---------->  v v v v v v  ---------->  p p p p p p  ---------->  y y y y
///   . . . . . .               v v v v v v  point, the   p p p p p p               y y y y
///   . . . . . .               v v v v v v  sum over     p p p p p p
///   . . . . . .               v v v v v v  channels     p p p p p p
/// </code>
/// Rounding errors grow with the tile: about 2 to 5 times those of the definition for the tiles used here. A NaN or an
/// infinity reaches the whole tile, and an infinity may become NaN.
/// </summary>
internal static unsafe class WinogradConvolution
{
    /// <summary>Convolves a map of each image; the lengths have been checked.</summary>
    /// <param name="sizes">The convolution; of one with a stride, the phases.</param>
    /// <param name="width">The vector width that the weights are packed for.</param>
    /// <param name="map">The first: [InputHeight][InputWidth][InputChannels].</param>
    /// <param name="weight">The transformed weights.</param>
    /// <param name="scratch">Room for the layout's scratch.</param>
    /// <param name="epilogue">What follows, and where the results go.</param>
    /// <param name="rows">The images that share one reading of the weights.</param>
    /// <param name="team">The threads that share the work.</param>
    public static void Run(
        in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, float* scratch, in ConvolutionEpilogue epilogue, in ImageRows rows, Team team)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                Run<Lanes512, Vector512<float>>(sizes, width, map, weight, scratch, epilogue, rows, team);
                break;
            case VectorWidth.Bits256:
                Run<Lanes256, Vector256<float>>(sizes, width, map, weight, scratch, epilogue, rows, team);
                break;
            default:
                Run<Lanes128, Vector128<float>>(sizes, width, map, weight, scratch, epilogue, rows, team);
                break;
        }
    }

    /// <summary>Whether there is a transform for a tile and a kernel.</summary>
    public static bool IsKnown(int tile, int taps) => (tile, taps) is (2 or 4, 2) or (2 or 3 or 4 or 5, 3) or (4, 4) or (4, 5);

    private static void Run<TLanes, TVector>(in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, float* scratch, in ConvolutionEpilogue epilogue, in ImageRows rows, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TransformLayout layout = TransformLayout.OfWinograd(sizes, width, rows.Images).For(team.Threads);
        switch (sizes.WinogradTile, new StridePhases(sizes).Taps)
        {
            case (2, 2):
                Run<Winograd2x2, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            case (4, 2):
                Run<Winograd4x2, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            case (2, 3):
                Run<Winograd2x3, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            case (3, 3):
                Run<Winograd3x3, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            case (4, 3):
                Run<Winograd4x3, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            case (5, 3):
                Run<Winograd5x3, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            case (4, 4):
                Run<Winograd4x4, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
            default:
                Run<Winograd4x5, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, rows, team);
                break;
        }
    }

    private static void Run<TTransform, TLanes, TVector>(
        in ConvolutionSizes sizes, in TransformLayout layout, float* map, float* weight, float* scratch, in ConvolutionEpilogue epilogue, in ImageRows rows, Team team)
        where TTransform : struct, IWinogradTransform
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        WinogradTiling tiling = new(sizes, rows.Images);
        WinogradInput<TTransform, TLanes, TVector> input = new() { Layout = layout, Tiling = tiling, Sizes = sizes, Phases = new StridePhases(sizes), Map = map, Rows = rows };
        WinogradOutput<TTransform, TLanes, TVector> output = new() { Layout = layout, Tiling = tiling, Sizes = sizes, Epilogue = epilogue, Rows = rows };
        TransformedConvolution.Run<WinogradInput<TTransform, TLanes, TVector>, WinogradOutput<TTransform, TLanes, TVector>, TLanes, TVector>(
            layout, input, output, weight, scratch, team);
    }
}
