using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// The register tile of direct convolution: six pixels x one to four vectors of output channels, or seven x one to three,
/// stay in registers while all taps and input channels are added up; bias, batch normalisation, sum and bounds follow
/// there.
/// </summary>
/// <remarks>
/// The pixels of a tile follow each other over the ends of rows, so that a map of 13 x 13 is 28 tiles and one pixel
/// and not 13 x (2 tiles and one pixel); the last tile repeats the last pixel. Separate pointers make it so, where
/// <see cref="RowTile"/> needs none. Seven pixels are for maps of 7 x 7.
/// It is compiled once for each number of vectors, not for each geometry: in loops this long constants gain nothing.
/// </remarks>
internal unsafe struct ConvolutionTile
{
    /// <summary>Outputs up to so many floats, 1 MB, are found in cache in time, and so is what is added there.</summary>
    public const int LargestInCache = 1 << 18;

    /// <summary>The convolution.</summary>
    public readonly ConvolutionSizes Sizes;

    /// <summary>What follows.</summary>
    public readonly ConvolutionEpilogue Epilogue;

    /// <summary>The (padded) input map, from the group's first channel.</summary>
    public float* Map;

    /// <summary>The block's weights: [ky][kx][input channel][lane].</summary>
    public float* Weight;

    /// <summary>Floats from the weights of one input channel to the next: the block's lanes; for a narrow tile, those of the block that it is a part of.</summary>
    public int WeightStep;

    /// <summary>The block's first output channel.</summary>
    public int Channel;

    /// <summary>Channels to write: the block's lanes, or fewer in the last block.</summary>
    public int Channels;

    /// <summary>Input channels of the group.</summary>
    public int Inputs;

    /// <summary>What is fetched into the second-level cache meanwhile: a part of the next block's weights, or of the next strip's output.</summary>
    public float* Next;

    /// <summary>Floats of it; 0 for nothing.</summary>
    public int NextLength;

    /// <summary>A tile of one convolution.</summary>
    public ConvolutionTile(in ConvolutionSizes sizes, in ConvolutionEpilogue epilogue)
        : this()
    {
        Sizes = sizes;
        Epilogue = epilogue;
    }

    /// <summary>Computes the block's channels of some pixels.</summary>
    // AggressiveOptimization: the first image already runs at full speed, where tiering would run it 20 times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TLanes, TVector, TCount, TPixels>(int firstPixel, int endPixel)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
        where TCount : struct, ICount
        where TPixels : struct, ICount
    {
        // Locals: what is read through a pointer inside the loops may alias what they write.
        bool fused = Sizes.Groups == 1 && Sizes.DilationWidth == 1;
        int channels = Sizes.InputChannels;
        int row = (Sizes.IsPadded ? Sizes.ReachWidth : Sizes.InputWidth) * channels;

        // Where neighbouring taps are neighbours in memory, a row of the kernel is one run of floats.
        TapRange columns = TapRange.OfColumns(Sizes);
        int runs = fused ? Math.Min(columns.Count, 1) : columns.Count;
        int run = fused ? columns.Count * channels : Inputs;
        int tapStep = Sizes.DilationWidth * channels;
        int rowStep = Sizes.DilationHeight * row;
        nint firstTap = (nint)columns.First * tapStep, kernelRow = (nint)Sizes.KernelWidth * Inputs * TCount.Value * TLanes.Count;
        nint skipped = (nint)(Sizes.KernelWidth - columns.Count) * Inputs * TCount.Value * TLanes.Count;
        float* map = Map, bias = Epilogue.Bias + Channel, weight = Weight + ((nint)columns.First * Inputs * TCount.Value * TLanes.Count);
        ConvolutionEpilogue finish = Epilogue;
        int lanes = Channels - ((TCount.Value - 1) * TLanes.Count);
        bool isWhole = lanes == TLanes.Count;
        float lowest = finish.Least, highest = finish.Largest;

        // A line now and then: all at once would wait for each other.
        int lines = (NextLength + AlignedArray.LineFloats - 1) / AlignedArray.LineFloats, tiles = (endPixel - firstPixel + TPixels.Value - 1) / TPixels.Value;
        int steps = lines == 0 ? int.MaxValue : Math.Max((int)((long)tiles * Sizes.KernelHeight * runs * run / lines), 1);
        float* next = Next;

        bool fetches = (lines == 0 || finish.Addend is not null) && finish.OutputLength > LargestInCache;
        Window window = new(Sizes, row, firstPixel, endPixel);
        for (int pixel = firstPixel; pixel < endPixel; pixel += TPixels.Value)
        {
            if (fetches)
            {
                finish.Fetch(((nint)pixel * finish.OutputStep) + Channel, Math.Min(TPixels.Value, endPixel - pixel), TCount.Value * TLanes.Count);
            }

            int firstRow = window.Row;
            float* p0 = map + window.Next();
            float* p1 = map + window.Next();
            float* p2 = map + window.Next();
            float* p3 = map + window.Next();
            float* p4 = map + window.Next();
            int lastRow = window.Row;
            float* p5 = map + window.Next();
            lastRow = TPixels.Value > 6 ? window.Row : lastRow;
            float* p6 = TPixels.Value > 6 ? map + window.Next() : p5;
            TapRange rows = TapRange.OfRows(Sizes, firstRow, lastRow);

            TVector a0 = TLanes.Load(bias), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0;
            TVector b0 = TCount.Value > 1 ? TLanes.Load(bias + TLanes.Count) : TLanes.Zero;
            TVector b1 = b0, b2 = b0, b3 = b0, b4 = b0, b5 = b0, b6 = b0;
            TVector c0 = TCount.Value > 2 ? TLanes.Load(bias + (2 * TLanes.Count)) : TLanes.Zero;
            TVector c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0;
            TVector d0 = TCount.Value > 3 ? TLanes.Load(bias + (3 * TLanes.Count)) : TLanes.Zero;
            TVector d1 = d0, d2 = d0, d3 = d0, d4 = d0, d5 = d0, d6 = d0;
            float* w = weight + (rows.First * kernelRow);
            for (int ky = rows.First; ky < rows.End; ky++, w += skipped)
            {
                for (int kx = 0; kx < runs; kx++)
                {
                    nint k = ((nint)ky * rowStep) + ((nint)kx * tapStep) + firstTap;
                    nint end = k + run;
                    do
                    {
                        if (Sse.IsSupported && lines > 0)
                        {
                            Sse.Prefetch1(next);
                            next += AlignedArray.LineFloats;
                            lines--;
                        }

                        nint stop = (nint)Math.Min((long)k + steps, end);
                        do
                        {
                            TVector u0 = TLanes.Load(w);
                            TVector u1 = TCount.Value > 1 ? TLanes.Load(w + TLanes.Count) : TLanes.Zero;
                            TVector u2 = TCount.Value > 2 ? TLanes.Load(w + (2 * TLanes.Count)) : TLanes.Zero;
                            TVector u3 = TCount.Value > 3 ? TLanes.Load(w + (3 * TLanes.Count)) : TLanes.Zero;
                            w += TCount.Value * TLanes.Count;

                            TVector x = TLanes.Broadcast(p0[k]);
                            a0 = TLanes.MultiplyAdd(x, u0, a0);
                            b0 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b0) : b0;
                            c0 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c0) : c0;
                            d0 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d0) : d0;

                            x = TLanes.Broadcast(p1[k]);
                            a1 = TLanes.MultiplyAdd(x, u0, a1);
                            b1 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b1) : b1;
                            c1 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c1) : c1;
                            d1 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d1) : d1;

                            x = TLanes.Broadcast(p2[k]);
                            a2 = TLanes.MultiplyAdd(x, u0, a2);
                            b2 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b2) : b2;
                            c2 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c2) : c2;
                            d2 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d2) : d2;

                            x = TLanes.Broadcast(p3[k]);
                            a3 = TLanes.MultiplyAdd(x, u0, a3);
                            b3 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b3) : b3;
                            c3 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c3) : c3;
                            d3 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d3) : d3;

                            x = TLanes.Broadcast(p4[k]);
                            a4 = TLanes.MultiplyAdd(x, u0, a4);
                            b4 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b4) : b4;
                            c4 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c4) : c4;
                            d4 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d4) : d4;

                            x = TLanes.Broadcast(p5[k]);
                            a5 = TLanes.MultiplyAdd(x, u0, a5);
                            b5 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b5) : b5;
                            c5 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c5) : c5;
                            d5 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d5) : d5;

                            if (TPixels.Value > 6)
                            {
                                x = TLanes.Broadcast(p6[k]);
                                a6 = TLanes.MultiplyAdd(x, u0, a6);
                                b6 = TCount.Value > 1 ? TLanes.MultiplyAdd(x, u1, b6) : b6;
                                c6 = TCount.Value > 2 ? TLanes.MultiplyAdd(x, u2, c6) : c6;
                                d6 = TCount.Value > 3 ? TLanes.MultiplyAdd(x, u3, d6) : d6;
                            }
                        }
                        while (++k < stop);
                    }
                    while (k < end);
                }
            }

            // No call before the last accumulator is stored: what lives across a call is spilled inside the loops too.
            nint first = ((nint)pixel * finish.OutputStep) + Channel, last = first + ((Math.Min(TPixels.Value, endPixel - pixel) - 1) * (nint)finish.OutputStep);
            TVector mask = TLanes.First(lanes), least = TLanes.Broadcast(lowest), largest = TLanes.Broadcast(highest);
            finish.Write<TLanes, TVector, TPixels>(a0, a1, a2, a3, a4, a5, a6, Channel, first, last, isWhole || TCount.Value > 1, mask, least, largest);

            if (TCount.Value > 1)
            {
                finish.Write<TLanes, TVector, TPixels>(b0, b1, b2, b3, b4, b5, b6, Channel + TLanes.Count, first + TLanes.Count, last + TLanes.Count, isWhole || TCount.Value > 2, mask, least, largest);
            }

            if (TCount.Value > 2)
            {
                finish.Write<TLanes, TVector, TPixels>(c0, c1, c2, c3, c4, c5, c6, Channel + (2 * TLanes.Count), first + (2 * TLanes.Count), last + (2 * TLanes.Count), isWhole || TCount.Value > 3, mask, least, largest);
            }

            if (TCount.Value > 3)
            {
                finish.Write<TLanes, TVector, TPixels>(d0, d1, d2, d3, d4, d5, d6, Channel + (3 * TLanes.Count), first + (3 * TLanes.Count), last + (3 * TLanes.Count), isWhole, mask, least, largest);
            }
        }

        finish.Activate<TLanes, TVector>(firstPixel, endPixel - firstPixel, Channel, Channels);
    }

    /// <summary>Where the windows of one output pixel after the other begin; after the last pixel, its again.</summary>
    private struct Window
    {
        private readonly int _width;
        private readonly nint _column;
        private readonly nint _wrap;
        private nint _offset;
        private int _left;
        private int _pixels;

        public Window(in ConvolutionSizes sizes, int row, int firstPixel, int endPixel)
        {
            (int y, int x) = Math.DivRem(firstPixel, sizes.OutputWidth);
            _width = sizes.OutputWidth;
            _column = sizes.StrideWidth * sizes.InputChannels;
            _wrap = ((nint)sizes.StrideHeight * row) - ((_width - 1) * _column);
            _offset = ((nint)y * sizes.StrideHeight * row) + (x * _column);
            _left = _width - x;
            _pixels = endPixel - firstPixel;
            Row = y;
        }

        /// <summary>The row of the next pixel.</summary>
        public int Row { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public nint Next()
        {
            nint offset = _offset;
            if (--_pixels > 0)
            {
                bool wraps = --_left == 0;
                _offset += wraps ? _wrap : _column;
                _left = wraps ? _width : _left;
                Row += wraps ? 1 : 0;
            }

            return offset;
        }
    }
}
