using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution onto few channels, of which vectors would be mostly empty: vectors go across pixels instead. Some rows of the input at a
/// time become planes, with zeros around them; there a window's tap is the same number of floats away from every position, from the
/// first column of a row to the last of another, so that vectors need not end where rows do.
/// <code>
/// plane of an input channel   | 0 . . . . 0 | 0 . . . . 0 | 0 . .        rows with zeros on both sides, one after the other
/// positions of the output     | . . . . - - | . . . . - - | . . .        - lies in no output: two columns of a 3x3 kernel
/// </code>
/// The direct convolution of Georganas et al. (2018), with pixels in the lanes where that has channels.
/// </summary>
internal static unsafe class PlanarConvolution
{
    /// <summary>Convolves a map; the lengths have been checked.</summary>
    public static void Run(in ConvolutionSizes sizes, VectorWidth width, float* map, float* weight, float* room, in ConvolutionEpilogue epilogue, Team team)
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                PlanarPositions<Lanes512, Vector512<float>>.Run(sizes, map, weight, room, epilogue, team);
                break;
            case VectorWidth.Bits256:
                PlanarPositions<Lanes256, Vector256<float>>.Run(sizes, map, weight, room, epilogue, team);
                break;
            default:
                PlanarPositions<Lanes128, Vector128<float>>.Run(sizes, map, weight, room, epilogue, team);
                break;
        }
    }
}
