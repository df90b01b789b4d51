using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution in which every channel has a kernel of its own (Groups = InputChannels = OutputChannels): a vector
/// is neighbouring channels of one pixel, and nothing is broadcast.
/// </summary>
internal static unsafe class DepthwiseConvolution
{
    private const int Pixels = 6;

    /// <summary>Convolves the (padded) map.</summary>
    public static void Run<TGeometry>(float* map, float* weight, float* bias, float* output, VectorWidth widest)
        where TGeometry : struct, IConvolution
    {
        switch (VectorWidths.Fitting(TGeometry.InputChannels, widest))
        {
            case VectorWidth.Bits512:
                Run<TGeometry, Lanes512, Vector512<float>>(map, weight, bias, output);
                break;
            case VectorWidth.Bits256:
                Run<TGeometry, Lanes256, Vector256<float>>(map, weight, bias, output);
                break;
            case VectorWidth.Bits128:
                Run<TGeometry, Lanes128, Vector128<float>>(map, weight, bias, output);
                break;
            default:
                Run<TGeometry, LanesScalar, float>(map, weight, bias, output);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TGeometry, TLanes, TVector>(float* map, float* weight, float* bias, float* output)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int channels = TGeometry.InputChannels;
        int row = (Convolution.IsPadded<TGeometry>() ? TGeometry.ReachWidth : TGeometry.InputWidth) * channels;
        int width = TGeometry.OutputWidth;
        for (int y = 0; y < TGeometry.OutputHeight; y++, output += (nint)width * channels)
        {
            float* source = map + ((nint)y * TGeometry.StrideHeight * row);
            for (int x = 0; x < width; x += Pixels)
            {
                for (int channel = 0; channel < channels; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, channels - TLanes.Count);
                    Tile<TGeometry, TLanes, TVector>(source + start, weight + start, bias + start, output + start, x, row);
                }
            }
        }
    }

    // Six pixels of a row share each weight that is read; past the row's end, the last pixel is repeated.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<TGeometry, TLanes, TVector>(float* source, float* weight, float* bias, float* output, int x, int row)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int channels = TGeometry.InputChannels, last = TGeometry.OutputWidth - 1;
        int step = TGeometry.StrideWidth * channels;
        int x1 = Math.Min(x + 1, last), x2 = Math.Min(x + 2, last), x3 = Math.Min(x + 3, last);
        int x4 = Math.Min(x + 4, last), x5 = Math.Min(x + 5, last);
        float* p0 = source + ((nint)x * step), p1 = source + ((nint)x1 * step), p2 = source + ((nint)x2 * step);
        float* p3 = source + ((nint)x3 * step), p4 = source + ((nint)x4 * step), p5 = source + ((nint)x5 * step);
        TVector y0 = TLanes.Load(bias), y1 = y0, y2 = y0, y3 = y0, y4 = y0, y5 = y0;
        for (int ky = 0; ky < TGeometry.KernelHeight; ky++)
        {
            nint k = (nint)ky * TGeometry.DilationHeight * row;
            for (int kx = 0; kx < TGeometry.KernelWidth; kx++, k += TGeometry.DilationWidth * channels, weight += channels)
            {
                TVector w = TLanes.Load(weight);
                y0 = TLanes.MultiplyAdd(w, TLanes.Load(p0 + k), y0);
                y1 = TLanes.MultiplyAdd(w, TLanes.Load(p1 + k), y1);
                y2 = TLanes.MultiplyAdd(w, TLanes.Load(p2 + k), y2);
                y3 = TLanes.MultiplyAdd(w, TLanes.Load(p3 + k), y3);
                y4 = TLanes.MultiplyAdd(w, TLanes.Load(p4 + k), y4);
                y5 = TLanes.MultiplyAdd(w, TLanes.Load(p5 + k), y5);
            }
        }

        Store<TGeometry, TLanes, TVector>(y0, output + ((nint)x * channels));
        Store<TGeometry, TLanes, TVector>(y1, output + ((nint)x1 * channels));
        Store<TGeometry, TLanes, TVector>(y2, output + ((nint)x2 * channels));
        Store<TGeometry, TLanes, TVector>(y3, output + ((nint)x3 * channels));
        Store<TGeometry, TLanes, TVector>(y4, output + ((nint)x4 * channels));
        Store<TGeometry, TLanes, TVector>(y5, output + ((nint)x5 * channels));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TGeometry, TLanes, TVector>(TVector value, float* output)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        TLanes.Store(TGeometry.ReLU ? TLanes.RectifiedLinear(value) : value, output);
}
