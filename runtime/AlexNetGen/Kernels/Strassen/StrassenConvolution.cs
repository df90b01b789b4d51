using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution as a matrix product, of pixels x (taps x input channels) by (taps x input channels) x output channels, by
/// Strassen's algorithm ("Gaussian Elimination is not Optimal", 1969): matrices of 2 x 2 blocks by 7 products of blocks
/// instead of 8. The halves are those of the channels, in each tap.
/// <code>
///             channels                     channels out                channels out
///   pixel 0   A11  A12     by   channels   B11  B12     is   pixel 0   C11  C12
///   pixel 1   A21  A22                     B21  B22          pixel 1   C21  C22
/// </code>
/// Neighbouring pixels are the block rows, so that a tile of two (of four, where the blocks are divided once more) is
/// transformed while it is in registers. The original form is taken, not Winograd's variant of it: three additions more,
/// and an error that grows more slowly (Higham, "Accuracy and Stability of Numerical Algorithms", 23.2.2), less than
/// twice a level. A NaN or an infinity reaches the whole tile, and an infinity may become NaN.
/// </summary>
internal static unsafe class StrassenConvolution
{
    /// <summary>Convolves a map; the lengths have been checked.</summary>
    /// <param name="sizes">The convolution: no padding, one group; of several taps, parts of whole runs.</param>
    /// <param name="width">The vector width that the weights are packed for.</param>
    /// <param name="map">[InputHeight][InputWidth][InputChannels].</param>
    /// <param name="weight">The transformed weights.</param>
    /// <param name="scratch">Room for the layout's scratch.</param>
    /// <param name="epilogue">What follows, and where the results go.</param>
    /// <param name="team">The threads that share the work.</param>
    public static void Run(in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, float* scratch, in ConvolutionEpilogue epilogue, Team team)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                Run<Lanes512, Vector512<float>>(sizes, width, map, weight, scratch, epilogue, team);
                break;
            case VectorWidth.Bits256:
                Run<Lanes256, Vector256<float>>(sizes, width, map, weight, scratch, epilogue, team);
                break;
            default:
                Run<Lanes128, Vector128<float>>(sizes, width, map, weight, scratch, epilogue, team);
                break;
        }
    }

    private static void Run<TLanes, TVector>(in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, float* scratch, in ConvolutionEpilogue epilogue, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        TransformLayout layout = TransformLayout.OfStrassen(sizes, width).For(team.Threads);
        if (sizes.StrassenLevels == 1)
        {
            Run<StrassenOnce, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, team);
        }
        else
        {
            Run<StrassenTwice, TLanes, TVector>(sizes, layout, map, weight, scratch, epilogue, team);
        }
    }

    private static void Run<TLevels, TLanes, TVector>(
        in ConvolutionSizes sizes, in TransformLayout layout, float* map, float* weight, float* scratch, in ConvolutionEpilogue epilogue, Team team)
        where TLevels : struct, IStrassenLevels
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        StrassenInput<TLevels, TLanes, TVector> input = new() { Layout = layout, Sizes = sizes, Map = map };
        StrassenOutput<TLevels, TLanes, TVector> output = new() { Layout = layout, Sizes = sizes, Epilogue = epilogue };
        TransformedConvolution.Run<StrassenInput<TLevels, TLanes, TVector>, StrassenOutput<TLevels, TLanes, TVector>, TLanes, TVector>(
            layout, input, output, weight, scratch, team);
    }
}
