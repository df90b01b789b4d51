using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Convolution in which every channel has a kernel of its own (Groups = InputChannels = OutputChannels): a vector
/// is neighbouring channels of one pixel, and nothing is broadcast. A chunk is a row of the output.
/// </summary>
internal static unsafe class DepthwiseConvolution
{
    private const int Pixels = 6;

    /// <summary>Convolves the (padded) map.</summary>
    public static void Run<TGeometry>(float* map, float* weight, VectorWidth widest, in ConvolutionEpilogue epilogue, Team team)
        where TGeometry : struct, IConvolution
    {
        switch (VectorWidths.Fitting(TGeometry.InputChannels, widest))
        {
            case VectorWidth.Bits512:
                Run<TGeometry, Lanes512, Vector512<float>>(map, weight, epilogue, team);
                break;
            case VectorWidth.Bits256:
                Run<TGeometry, Lanes256, Vector256<float>>(map, weight, epilogue, team);
                break;
            case VectorWidth.Bits128:
                Run<TGeometry, Lanes128, Vector128<float>>(map, weight, epilogue, team);
                break;
            default:
                Run<TGeometry, LanesScalar, float>(map, weight, epilogue, team);
                break;
        }
    }

    private static void Run<TGeometry, TLanes, TVector>(float* map, float* weight, in ConvolutionEpilogue epilogue, Team team)
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        Rows<TGeometry, TLanes, TVector> work = new() { Map = map, Weight = weight, Epilogue = epilogue };
        team.Run(TGeometry.OutputHeight, ref work);
    }

    private struct Rows<TGeometry, TLanes, TVector> : IParallelWork
        where TGeometry : struct, IConvolution
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        public float* Map;
        public float* Weight;
        public ConvolutionEpilogue Epilogue;

        // Generic over the geometry: in loops this short, addresses are most of the work.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int chunk)
        {
            int channels = TGeometry.InputChannels, width = TGeometry.OutputWidth;
            bool padded = TGeometry.PaddingTop != 0 || TGeometry.PaddingLeft != 0
                || TGeometry.ReachHeight > TGeometry.InputHeight || TGeometry.ReachWidth > TGeometry.InputWidth;
            int row = (padded ? TGeometry.ReachWidth : TGeometry.InputWidth) * channels;
            float* source = Map + ((nint)chunk * TGeometry.StrideHeight * row);
            float* output = Epilogue.Output + ((nint)chunk * width * channels);
            bool finish = Epilogue.Factor is not null || Epilogue.Addend is not null;
            bool relu = Epilogue.ReLU && !finish;
            for (int x = 0; x < width; x += Pixels)
            {
                for (int channel = 0; channel < channels; channel += TLanes.Count)
                {
                    // The last vector overlaps its neighbour instead of hanging over.
                    int start = Math.Min(channel, channels - TLanes.Count);
                    Tile(source + start, Weight + start, Epilogue.Bias + start, output + start, x, row, relu);
                }
            }

            if (finish)
            {
                ConvolutionEpilogue rest = Epilogue;
                rest.Bias = null;
                rest.Run<TLanes, TVector>(output, channels, (nint)chunk * width, width, 0, channels);
            }
        }

        // Six pixels of a row share each weight that is read; past the row's end, the last pixel is repeated.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Tile(float* source, float* weight, float* bias, float* output, int x, int row, bool relu)
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

            TLanes.Store(relu ? TLanes.RectifiedLinear(y0) : y0, output + ((nint)x * channels));
            TLanes.Store(relu ? TLanes.RectifiedLinear(y1) : y1, output + ((nint)x1 * channels));
            TLanes.Store(relu ? TLanes.RectifiedLinear(y2) : y2, output + ((nint)x2 * channels));
            TLanes.Store(relu ? TLanes.RectifiedLinear(y3) : y3, output + ((nint)x3 * channels));
            TLanes.Store(relu ? TLanes.RectifiedLinear(y4) : y4, output + ((nint)x4 * channels));
            TLanes.Store(relu ? TLanes.RectifiedLinear(y5) : y5, output + ((nint)x5 * channels));
        }
    }
}
