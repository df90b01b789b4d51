using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>The first step of a Winograd convolution: tiles of the input as values at the points.</summary>
[SkipLocalsInit]
internal unsafe struct WinogradInput<TTransform, TLanes, TVector> : ITileTransform
    where TTransform : struct, IWinogradTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Run = TransformLayout.Run;

    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>Which tile is where.</summary>
    public WinogradTiling Tiling;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>The first image's, [InputHeight][InputWidth][InputChannels].</summary>
    public float* Map;

    /// <summary>Where the others' are.</summary>
    public ImageRows Rows;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Transform(int tile, float* values)
    {
        int side = TTransform.Tile + TTransform.Taps - 1;
        float* patch = stackalloc float[side * side * Run];
        float* halfway = stackalloc float[side * side * TLanes.Count];
        WinogradTile place = Tiling[tile];
        bool isTall = place.IsTall, isWide = place.IsWide;
        int height = isTall ? side : side - 1, width = isWide ? side : side - 1;
        float* map = Map + (place.Image * Rows.InputStep);
        int top = place.Top - Sizes.PaddingTop, left = place.Left - Sizes.PaddingLeft;
        int channels = Sizes.InputChannels;
        bool inside = top >= 0 && left >= 0 && top + height <= Sizes.InputHeight && left + width <= Sizes.InputWidth;
        float* window = map + ((((nint)top * Sizes.InputWidth) + left) * channels);
        nint inputStep = Layout.InputStep, reach = ((((nint)(height - 1) * Sizes.InputWidth) + width - 1) * channels) + Run;
        float* end = map + ((nint)Sizes.InputHeight * Sizes.InputWidth * channels);
        for (int group = 0; group < Layout.Groups; group++)
        {
            float* points = values + ((nint)group * Layout.InputGroupStep);
            for (int channel = 0; channel < Layout.Inputs; channel += Run, points += Layout.RunStep)
            {
                int count = Math.Min(Run, Layout.Inputs - channel);
                float* source = window + ((nint)group * Layout.Inputs) + channel;
                nint row = (nint)Sizes.InputWidth * channels, column = channels;

                // A run that ends early may read on within the map: what belongs to no channel of its own is not multiplied.
                if (!inside || (count < Run && source + reach > end))
                {
                    Gather(source, top, left, count, patch);
                    source = patch;
                    row = side * Run;
                    column = Run;
                }

                for (int lane = 0; lane < Run; lane += TLanes.Count)
                {
                    // Rows, then columns. Point (i, j) is number i * side + j.
                    for (int y = 0; y < height; y++)
                    {
                        TTransform.Input<TLanes, TVector>(source + lane + (y * row), column, halfway + (y * side * TLanes.Count), TLanes.Count, isWide);
                    }

                    if (Layout.CanBeHalfway)
                    {
                        Scale(halfway, height, width, side);
                    }

                    for (int x = 0; x < width; x++)
                    {
                        TTransform.Input<TLanes, TVector>(halfway + (x * TLanes.Count), side * TLanes.Count, points + lane + (x * inputStep), side * inputStep, isTall);
                    }
                }
            }
        }
    }

    // The factors that the weights at the points of a row do without.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scale(float* halfway, int height, int width, int side)
    {
        ReadOnlySpan<float> scales = HalfwayFilter.Scales(TTransform.Tile);
        for (int x = 0; x < width; x++)
        {
            TVector scale = TLanes.Broadcast(scales[x]);
            float* value = halfway + (x * TLanes.Count);
            for (int y = 0; y < height; y++, value += side * TLanes.Count)
            {
                TLanes.Store(TLanes.Multiply(scale, TLanes.Load(value)), value);
            }
        }
    }

    // A tile that leaves the input, with zeros around it, or a run that would leave it.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private readonly void Gather(float* source, int top, int left, int count, float* patch)
    {
        int side = TTransform.Tile + TTransform.Taps - 1;
        int first = Math.Clamp(-left, 0, side), end = Math.Clamp(Sizes.InputWidth - left, first, side);
        nint row = (nint)Sizes.InputWidth * Sizes.InputChannels, column = Sizes.InputChannels;
        for (int lane = 0; lane < count; lane += TLanes.Count)
        {
            bool isWhole = lane + TLanes.Count <= count;
            TVector mask = TLanes.First(Math.Min(count - lane, TLanes.Count));
            float* to = patch + lane;
            for (int y = 0; y < side; y++)
            {
                bool outside = (uint)(top + y) >= (uint)Sizes.InputHeight;
                int from = outside ? side : first, until = outside ? side : end;
                float* pixel = source + (y * row) + (from * column) + lane;
                for (int x = 0; x < from; x++, to += Run)
                {
                    TLanes.Store(TLanes.Zero, to);
                }

                for (int x = from; x < until; x++, to += Run, pixel += column)
                {
                    TLanes.Store(isWhole ? TLanes.Load(pixel) : TLanes.Load(pixel, mask), to);
                }

                for (int x = until; x < side; x++, to += Run)
                {
                    TLanes.Store(TLanes.Zero, to);
                }
            }
        }
    }
}
