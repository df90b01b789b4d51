using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>The first step of a Winograd convolution: tiles of the input as values at the points.</summary>
[SkipLocalsInit]
internal unsafe struct WinogradInput<TTransform, TLanes, TVector> : ITileTransform
    where TTransform : struct, IWinogradTransform
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Run = TransformLayout.Run;

    // Maps of more floats, 1 MB, are not in the second-level cache when their layer is computed.
    private const int LargestInCache = 1 << 18;

    /// <summary>Where everything lies.</summary>
    public TransformLayout Layout;

    /// <summary>Which tile is where.</summary>
    public WinogradTiling Tiling;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>Its phases.</summary>
    public StridePhases Phases;

    /// <summary>The first image's, [InputHeight][InputWidth][InputChannels].</summary>
    public float* Map;

    /// <summary>Where the others' are.</summary>
    public ImageRows Rows;

    // From one pixel of a tile to the next: one of both is 1.
    private readonly int PixelStep => Sizes.StrideHeight * Sizes.DilationHeight;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Transform(int tile, float* values)
    {
        int side = TTransform.Tile + TTransform.Taps - 1;
        float* memory = stackalloc float[(side * side * (Run + TLanes.Count)) + AlignedArray.LineFloats];
        float* patch = AlignedArray.Line(memory), halfway = patch + (side * side * Run);
        WinogradTile place = Tiling[tile];
        int stride = PixelStep, channels = Sizes.InputChannels, inputs = Layout.Inputs / Phases.Count;
        float* map = Map + (place.Image * Rows.InputStep);
        float* end = map + ((nint)Sizes.InputHeight * Sizes.InputWidth * channels);
        bool fetches = stride == 1 && Sizes.InputLength > LargestInCache;
        nint rowStep = (nint)stride * Sizes.InputWidth * channels, columnStep = (nint)stride * channels;
        for (int phase = 0; phase < Phases.Count; phase++)
        {
            (int row, int column) = Phases[phase];
            bool isTall = place.IsTall && Phases.IsWhole(row), isWide = place.IsWide && Phases.IsWhole(column);
            int height = isTall ? side : side - 1, width = isWide ? side : side - 1;
            int top = (place.Top * stride) + place.FirstRow + row - Sizes.PaddingTop, left = (place.Left * stride) + place.FirstColumn + column - Sizes.PaddingLeft;
            bool inside = top >= 0 && left >= 0 && top + ((height - 1) * stride) < Sizes.InputHeight && left + ((width - 1) * stride) < Sizes.InputWidth;
            float* source = map + ((((nint)top * Sizes.InputWidth) + left) * channels);
            nint reach = ((height - 1) * rowStep) + ((width - 1) * columnStep) + Run;
            float* first = values + ((nint)phase * (inputs / Run) * Layout.RunStep);
            for (int group = 0; group < Layout.Groups; group++, first += Layout.InputGroupStep)
            {
                float* points = first;
                for (int channel = 0; channel < inputs; channel += Run, points += Layout.RunStep)
                {
                    int count = Math.Min(Run, inputs - channel);
                    float* run = source + ((nint)group * inputs) + channel;

                    if (fetches && inside)
                    {
                        Fetch(run + (side * columnStep), rowStep, columnStep);
                    }

                    // A run that ends early may read on within the map: what belongs to no channel of its own is not multiplied.
                    bool isGathered = !inside || (count < Run && run + reach > end);
                    if (isGathered)
                    {
                        Gather(run, top, left, count, patch);
                        run = patch;
                    }

                    TransformRun(run, isGathered ? side * Run : rowStep, isGathered ? Run : columnStep, halfway, points, height, width, isTall, isWide);
                }
            }
        }
    }

    // Rows, then columns. Point (i, j) is number i * side + j.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void TransformRun(float* source, nint row, nint column, float* halfway, float* points, int height, int width, bool isTall, bool isWide)
    {
        int side = TTransform.Tile + TTransform.Taps - 1;
        nint inputStep = Layout.InputStep;
        for (int lane = 0; lane < Run; lane += TLanes.Count)
        {
            for (int y = 0; y < height; y++)
            {
                TTransform.Input<TLanes, TVector>(source + lane + (y * row), column, halfway + (y * side * TLanes.Count), TLanes.Count, isWide);
            }

            if (Layout.IsHalfway)
            {
                Scale(halfway, height, width, side);
            }

            for (int x = 0; x < width; x++)
            {
                TTransform.Input<TLanes, TVector>(halfway + (x * TLanes.Count), side * TLanes.Count, points + lane + (x * inputStep), side * inputStep, isTall);
            }
        }
    }

    // The columns that the next tile of the row has besides.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(float* source, nint row, nint column)
    {
        for (int y = 0; Sse.IsSupported && y < TTransform.Tile + TTransform.Taps - 1; y++, source += row)
        {
            for (int x = 0; x < TTransform.Tile; x++)
            {
                Sse.Prefetch0(source + (x * column));
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
        int stride = PixelStep;
        int first = Math.Clamp((stride - 1 - left) / stride, 0, side), end = Math.Clamp((Sizes.InputWidth - left + stride - 1) / stride, first, side);
        nint row = (nint)stride * Sizes.InputWidth * Sizes.InputChannels, column = (nint)stride * Sizes.InputChannels;
        for (int lane = 0; lane < count; lane += TLanes.Count)
        {
            bool isWhole = lane + TLanes.Count <= count;
            TVector mask = TLanes.First(Math.Min(count - lane, TLanes.Count));
            float* to = patch + lane;
            for (int y = 0; y < side; y++)
            {
                bool outside = (uint)(top + (y * stride)) >= (uint)Sizes.InputHeight;
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
