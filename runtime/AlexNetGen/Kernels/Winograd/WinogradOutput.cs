using System.Runtime.CompilerServices;

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
        float* memory = stackalloc float[((side + m) * m * TLanes.Count) + AlignedArray.LineFloats];
        float* halfway = AlignedArray.Line(memory), result = halfway + (side * m * TLanes.Count);
        bool isTall = tile.IsTall, isWide = tile.IsWide;
        int height = isTall ? m : m - 1, width = isWide ? m : m - 1;
        int rows = Math.Min(height, Sizes.OutputHeight - tile.Top), columns = Math.Min(width, Sizes.OutputWidth - tile.Left);
        nint pixel = ((nint)tile.Top * Sizes.OutputWidth) + tile.Left, pointStep = Layout.ProductStep;
        bool outgrowsCache = epilogue.OutputLength > ConvolutionEpilogue.LargestInCache;
        for (int done = 0; done < channels; done += TLanes.Count, products += TLanes.Count)
        {
            for (int y = 0; outgrowsCache && y < rows; y++)
            {
                epilogue.Fetch(((pixel + ((nint)y * Sizes.OutputWidth)) * epilogue.OutputStep) + channel + done, columns, TLanes.Count);
            }

            for (int y = 0; y < height + TTransform.Taps - 1; y++)
            {
                TTransform.Output<TLanes, TVector>(products + (y * side * pointStep), pointStep, halfway + (y * m * TLanes.Count), TLanes.Count, isWide);
            }

            for (int x = 0; x < width; x++)
            {
                TTransform.Output<TLanes, TVector>(halfway + (x * TLanes.Count), m * TLanes.Count, result + (x * TLanes.Count), m * TLanes.Count, isTall);
            }

            int count = Math.Min(TLanes.Count, channels - done);
            if (count == TLanes.Count)
            {
                epilogue.RunTile<TLanes, TVector>(result, m * TLanes.Count, pixel, Sizes.OutputWidth, rows, columns, channel + done);
                continue;
            }

            for (int y = 0; y < rows; y++)
            {
                epilogue.Run<TLanes, TVector>(
                    result + (y * m * TLanes.Count), TLanes.Count, pixel + ((nint)y * Sizes.OutputWidth), columns, channel + done, count);
            }
        }
    }
}
