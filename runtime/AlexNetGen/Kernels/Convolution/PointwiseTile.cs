using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of a convolution by a 1x1 kernel whose output pixels lie as those of its input, for narrow outputs:
/// twelve pixels x one or two vectors of output channels, where the six of <see cref="ConvolutionTile"/> would wait for
/// their own results. The pixels are one step apart, so that four pointers reach all.
/// </summary>
internal unsafe struct PointwiseTile
{
    /// <summary>Pixels of a tile.</summary>
    public const int Pixels = 12;

    private readonly int _step;
    private readonly ConvolutionEpilogue _epilogue;

    /// <summary>The input map, from the group's first channel.</summary>
    public float* Map;

    /// <summary>The block's weights: [input channel][lane].</summary>
    public float* Weight;

    /// <summary>The block's first output channel.</summary>
    public int Channel;

    /// <summary>Channels to write: the block's lanes, or fewer in the last block.</summary>
    public int Channels;

    /// <summary>Input channels of the group.</summary>
    public int Inputs;

    /// <summary>A tile of one convolution.</summary>
    public PointwiseTile(in ConvolutionSizes sizes, in ConvolutionEpilogue epilogue)
        : this()
    {
        _step = sizes.InputChannels;
        _epilogue = epilogue;
    }

    /// <summary>Whether a convolution's pixels lie so.</summary>
    public static bool Fits(in ConvolutionSizes sizes) =>
        sizes is { KernelHeight: 1, KernelWidth: 1, StrideHeight: 1, StrideWidth: 1, IsPadded: false };

    /// <summary>Computes the block's channels of some pixels, a whole number of tiles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TLanes, TVector, TCount>(int firstPixel, int endPixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
    {
        nint step = _step, twice = 2 * step, next = 3 * step;
        int inputs = Inputs;
        float* map = Map, bias = _epilogue.Bias + Channel, weight = Weight;
        ConvolutionEpilogue finish = _epilogue;
        int lanes = Channels - ((TCount.Value - 1) * TLanes.Count);
        bool isWhole = lanes == TLanes.Count;
        for (int pixel = firstPixel; pixel < endPixel; pixel += Pixels)
        {
            float* p = map + (pixel * step), q = p + next, r = q + next, s = r + next;
            float* w = weight, end = p + inputs;
            TVector a0 = TLanes.Load(bias), b0 = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero;
            TVector a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0, a10 = a0, a11 = a0;
            TVector b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0, b7 = b0, b8 = b0, b9 = b0, b10 = b0, b11 = b0;
            do
            {
                TVector u = TLanes.Load(w);
                TVector v = TCount.Value > 1 ? TLanes.Load(w + TLanes.Count) : TLanes.Zero;
                w += TCount.Value * TLanes.Count;

                TVector x = TLanes.Broadcast(p[0]);
                a0 = TLanes.MultiplyAdd(x, u, a0);
                b0 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b0) : b0;

                x = TLanes.Broadcast(p[step]);
                a1 = TLanes.MultiplyAdd(x, u, a1);
                b1 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b1) : b1;

                x = TLanes.Broadcast(p[twice]);
                a2 = TLanes.MultiplyAdd(x, u, a2);
                b2 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b2) : b2;

                x = TLanes.Broadcast(q[0]);
                a3 = TLanes.MultiplyAdd(x, u, a3);
                b3 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b3) : b3;

                x = TLanes.Broadcast(q[step]);
                a4 = TLanes.MultiplyAdd(x, u, a4);
                b4 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b4) : b4;

                x = TLanes.Broadcast(q[twice]);
                a5 = TLanes.MultiplyAdd(x, u, a5);
                b5 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b5) : b5;

                x = TLanes.Broadcast(r[0]);
                a6 = TLanes.MultiplyAdd(x, u, a6);
                b6 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b6) : b6;

                x = TLanes.Broadcast(r[step]);
                a7 = TLanes.MultiplyAdd(x, u, a7);
                b7 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b7) : b7;

                x = TLanes.Broadcast(r[twice]);
                a8 = TLanes.MultiplyAdd(x, u, a8);
                b8 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b8) : b8;

                x = TLanes.Broadcast(s[0]);
                a9 = TLanes.MultiplyAdd(x, u, a9);
                b9 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b9) : b9;

                x = TLanes.Broadcast(s[step]);
                a10 = TLanes.MultiplyAdd(x, u, a10);
                b10 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b10) : b10;

                x = TLanes.Broadcast(s[twice]);
                a11 = TLanes.MultiplyAdd(x, u, a11);
                b11 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, v, b11) : b11;

                p++;
                q++;
                r++;
                s++;
            }
            while (p < end);

            // No call before the last accumulator is stored: what lives across a call is spilled inside the loops too.
            nint outputStep = finish.OutputStep, first = (pixel * outputStep) + Channel, half = first + (6 * outputStep);
            TVector mask = TLanes.First(lanes);
            finish.Write<TLanes, TVector, Six>(a0, a1, a2, a3, a4, a5, a5, Channel, first, half, isWhole || TCount.Value > 1, mask);
            finish.Write<TLanes, TVector, Six>(a6, a7, a8, a9, a10, a11, a11, Channel, half, half + (6 * outputStep), isWhole || TCount.Value > 1, mask);
            if (TCount.Value > 1)
            {
                finish.Write<TLanes, TVector, Six>(b0, b1, b2, b3, b4, b5, b5, Channel + TLanes.Count, first + TLanes.Count, half + TLanes.Count, isWhole, mask);
                finish.Write<TLanes, TVector, Six>(b6, b7, b8, b9, b10, b11, b11, Channel + TLanes.Count, half + TLanes.Count, half + (6 * outputStep) + TLanes.Count, isWhole, mask);
            }
        }

        finish.Activate<TLanes, TVector>(firstPixel, endPixel - firstPixel, Channel, Channels);
    }
}
