using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>The last step of a Winograd convolution: products at the points as a tile of the output.</summary>
[SkipLocalsInit]
internal unsafe struct WinogradOutput<TTransform, TLanes, TVector> : ITileTransform
    where TTransform : struct, IWinogradTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>Which tile is where.</summary>
    public WinogradTiling Tiling;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>What follows the convolution, of the first image.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>Where the other images' results go.</summary>
    public ImageRows Rows;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Transform(int tile, float* values)
    {
        WinogradTile place = Tiling[tile];
        ConvolutionEpilogue epilogue = Epilogue.Of(place.Image, Rows);
        for (int group = 0; group < Layout.Groups; group++, values += Layout.Vectors * TLanes.Count)
        {
            Transform(place, values, group * Layout.Outputs, Layout.Outputs, epilogue);
        }
    }

    // The channels of one group.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Transform(in WinogradTile tile, float* products, int channel, int channels, in ConvolutionEpilogue epilogue)
    {
        int m = TTransform.Tile, side = TTransform.Tile + TTransform.Taps - 1;
        float* memory = stackalloc float[(side * m * TLanes.Count) + AlignedArray.LineFloats];
        float* halfway = AlignedArray.Line(memory);
        bool isTall = tile.IsTall, isWide = tile.IsWide;
        int height = isTall ? m : m - 1;
        int dilation = Sizes.DilationHeight, top = (tile.Top * dilation) + tile.FirstRow, left = (tile.Left * dilation) + tile.FirstColumn;
        int rows = Math.Min(height, (Sizes.OutputHeight - top + dilation - 1) / dilation);
        int columns = Math.Min(isWide ? m : m - 1, (Sizes.OutputWidth - left + dilation - 1) / dilation);
        if (rows <= 0 || columns <= 0)
        {
            return;
        }

        nint pixel = ((nint)top * Sizes.OutputWidth) + left, pixelRow = (nint)dilation * Sizes.OutputWidth, pointStep = Layout.ProductStep;
        nint step = (nint)dilation * epilogue.OutputStep, rowStep = pixelRow * epilogue.OutputStep;
        float* output = epilogue.Output + (pixel * epilogue.OutputStep) + channel;
        nint addend = (nint)(epilogue.Addend - epilogue.Output);
        bool outgrowsCache = dilation == 1 && epilogue.OutputLength > ConvolutionEpilogue.LargestInCache, adds = epilogue.Addend is not null;
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (int y = 0; outgrowsCache && y < rows; y++)
        {
            epilogue.Fetch(((pixel + ((nint)y * Sizes.OutputWidth)) * step) + channel, columns, TLanes.Count);
        }

        for (int done = 0; done < channels; done += TLanes.Count, products += TLanes.Count, output += TLanes.Count)
        {
            TVector y0, y1, y2, y3, y4;
            for (int y = 0; y < height + TTransform.Taps - 1; y++)
            {
                TTransform.Output<TLanes, TVector>(products + (y * side * pointStep), pointStep, isWide, out y0, out y1, out y2, out y3, out y4);
                float* to = halfway + (y * m * TLanes.Count);
                TLanes.Store(y0, to);
                TLanes.Store(y1, to + TLanes.Count);
                if (m > 2)
                {
                    TLanes.Store(y2, to + (2 * TLanes.Count));
                }

                if (m > 3)
                {
                    TLanes.Store(y3, to + (3 * TLanes.Count));
                }

                if (m > 4)
                {
                    TLanes.Store(y4, to + (4 * TLanes.Count));
                }
            }

            // (y + bias) * factor + shift, where -0 leaves a zero its sign.
            int count = Math.Min(TLanes.Count, channels - done);
            bool isWhole = count == TLanes.Count;
            TVector mask = TLanes.First(count), factor = TLanes.Broadcast(1), bias = TLanes.Broadcast(-0f);
            if (epilogue.Bias is not null)
            {
                bias = TLanes.Load(epilogue.Bias + channel + done, mask);
            }

            if (epilogue.Factor is not null)
            {
                factor = TLanes.Load(epilogue.Factor + channel + done, mask);
                bias = TLanes.MultiplyAdd(bias, factor, TLanes.Load(epilogue.Shift + channel + done, mask));
            }

            for (int x = 0; x < columns; x++)
            {
                TTransform.Output<TLanes, TVector>(halfway + (x * TLanes.Count), m * TLanes.Count, isTall, out y0, out y1, out y2, out y3, out y4);
                float* to = output + (x * step);
                Finish(y0, to, factor, bias, adds, addend, least, largest, isWhole, mask, outgrowsCache);
                if (rows > 1)
                {
                    Finish(y1, to + rowStep, factor, bias, adds, addend, least, largest, isWhole, mask, outgrowsCache);
                }

                if (m > 2 && rows > 2)
                {
                    Finish(y2, to + (2 * rowStep), factor, bias, adds, addend, least, largest, isWhole, mask, outgrowsCache);
                }

                if (m > 3 && rows > 3)
                {
                    Finish(y3, to + (3 * rowStep), factor, bias, adds, addend, least, largest, isWhole, mask, outgrowsCache);
                }

                if (m > 4 && rows > 4)
                {
                    Finish(y4, to + (4 * rowStep), factor, bias, adds, addend, least, largest, isWhole, mask, outgrowsCache);
                }
            }

            for (int y = 0; y < rows; y++)
            {
                // Pixels that follow each other at once.
                int run = dilation == 1 ? columns : 1;
                for (int x = 0; x < columns; x += run)
                {
                    epilogue.Activate<TLanes, TVector>(pixel + (y * pixelRow) + ((nint)x * dilation), run, channel + done, count);
                }
            }
        }
    }

    // What follows, in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(TVector y, float* to, TVector factor, TVector bias, bool adds, nint addend, TVector least, TVector largest, bool isWhole, TVector mask, bool fetches)
    {
        if (Sse.IsSupported && fetches)
        {
            Sse.Prefetch0(to + TLanes.Count);
        }

        y = TLanes.MultiplyAdd(y, factor, bias);
        if (adds)
        {
            y = TLanes.Add(y, isWhole ? TLanes.Load(to + addend) : TLanes.Load(to + addend, mask));
        }

        y = TLanes.Clamp(y, least, largest);
        if (isWhole)
        {
            TLanes.Store(y, to);
        }
        else
        {
            TLanes.Store(y, to, mask);
        }
    }
}
