using System.Runtime.CompilerServices;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Turns a convolution with a stride into one without: blocks of s x s pixels become one pixel of s^2 times the channels,
/// and a kernel of k taps one of k / s rounded up, with zeros where it had no tap.
/// <code>
///   11 taps, stride 4:   0 1 2 3 | 4 5 6 7 | 8 9 10 -      three taps of 4 x 4 x 3 = 48 channels, ordered [row][column][channel]
/// </code>
/// The result is the same sum, so an input of few channels, as a picture, fills whole vectors. A chunk is a row of blocks.
/// </summary>
[SkipLocalsInit]
internal unsafe struct SpaceToDepth : IParallelWork
{
    /// <summary>Pixels of the longest row of planes that is put in order, in 64 KB of the stack.</summary>
    public const int LongestRow = 64 * 1024 / (Interleaving.Planes * sizeof(float));

    private ConvolutionSizes _sizes;
    private ConvolutionSizes _deep;
    private float* _map;
    private float* _blocks;

    /// <summary>The convolution over blocks; padding has become part of its input.</summary>
    public static ConvolutionSizes Deep(in ConvolutionSizes sizes)
    {
        int stride = sizes.StrideHeight;
        int taps = (sizes.KernelHeight + stride - 1) / stride;
        return sizes with
        {
            Algorithm = ConvolutionAlgorithm.Winograd,
            InputChannels = stride * stride * sizes.InputChannels,
            InputHeight = sizes.OutputHeight + taps - 1,
            InputWidth = sizes.OutputWidth + taps - 1,
            ReachHeight = sizes.OutputHeight + taps - 1,
            ReachWidth = sizes.OutputWidth + taps - 1,
            KernelHeight = taps,
            KernelWidth = taps,
            StrideHeight = 1,
            StrideWidth = 1,
            PaddingTop = 0,
            PaddingLeft = 0,
            IsInputPlanar = false,
        };
    }

    /// <summary>The weights of the convolution over blocks, or over the phases in their order.</summary>
    public static float[] Weights(in ConvolutionSizes sizes, ReadOnlySpan<float> weight)
    {
        ConvolutionSizes deep = Deep(sizes);
        int stride = sizes.StrideHeight, taps = deep.KernelHeight, channels = sizes.InputChannels;
        bool isInOrder = sizes.Algorithm == ConvolutionAlgorithm.Phases;
        StridePhases phases = new(sizes);
        float[] result = new float[deep.WeightLength];
        int next = 0;
        for (int output = 0; output < sizes.OutputChannels; output++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                for (int y = 0; y < sizes.KernelHeight; y++)
                {
                    for (int x = 0; x < sizes.KernelWidth; x++, next++)
                    {
                        int phase = isInOrder ? phases.NumberOf(y % stride, x % stride) : (y % stride * stride) + (x % stride);
                        int depth = (phase * channels) + channel;
                        result[(((((output * deep.InputChannels) + depth) * taps) + (y / stride)) * taps) + (x / stride)] = weight[next];
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Makes blocks of a map.</summary>
    /// <param name="sizes">The convolution with its stride.</param>
    /// <param name="map">[InputHeight][InputWidth][InputChannels], or planes.</param>
    /// <param name="blocks">The deep convolution's input.</param>
    /// <param name="team">The threads that share the work.</param>
    public static void Run(in ConvolutionSizes sizes, float* map, float* blocks, Team team)
    {
        SpaceToDepth work = new() { _sizes = sizes, _deep = Deep(sizes), _map = map, _blocks = blocks };
        team.Run(work._deep.InputHeight, ref work);
    }

    /// <summary>Makes some rows of blocks on this thread.</summary>
    /// <param name="sizes">The convolution with its stride.</param>
    /// <param name="map">[InputHeight][InputWidth][InputChannels], or planes.</param>
    /// <param name="blocks">Where the row <paramref name="top"/> goes.</param>
    /// <param name="top">The row of blocks at the beginning of <paramref name="blocks"/>.</param>
    /// <param name="first">The first row that is made, from there.</param>
    /// <param name="end">The end of the rows that are made, from there.</param>
    public static void Fill(in ConvolutionSizes sizes, float* map, float* blocks, int top, int first, int end)
    {
        ConvolutionSizes deep = Deep(sizes);
        SpaceToDepth work = new() { _sizes = sizes, _deep = deep, _map = map, _blocks = blocks - ((nint)top * deep.InputWidth * deep.InputChannels) };
        for (int row = top + first; row < top + end; row++)
        {
            work.Run(row);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run(int chunk)
    {
        int stride = _sizes.StrideHeight, channels = _sizes.InputChannels, depth = _deep.InputChannels;
        int run = stride * channels, length = _sizes.InputWidth * channels;
        float* row = _blocks + ((nint)chunk * _deep.InputWidth * depth);
        bool isPlanar = _sizes.IsInputPlanar;
        float* inOrder = stackalloc float[isPlanar ? length : 0];
        for (int dy = 0; dy < stride; dy++, row += run)
        {
            int y = (chunk * stride) + dy - _sizes.PaddingTop;
            bool outside = (uint)y >= (uint)_sizes.InputHeight;
            float* source = isPlanar ? inOrder : _map + ((nint)y * length);
            float* block = row;
            if (isPlanar && !outside)
            {
                Interleaving.Run(Planes(y, inOrder), VectorWidths.Widest);
            }

            // Blocks whose runs lie within the row are copied in whole vectors: what is too much of one run, the next one overwrites.
            int whole = dy < stride - 1 ? (run + Lanes128.Count - 1) & -Lanes128.Count : run;
            int first = outside ? _deep.InputWidth : Math.Min((_sizes.PaddingLeft + stride - 1) / stride, _deep.InputWidth);
            int start = (first * run) - (_sizes.PaddingLeft * channels);
            int end = outside ? first : Math.Clamp(first + ((length - start - whole) / run) + 1, first, _deep.InputWidth);
            Edge(source, block, 0, first, outside);
            block += first * depth;
            for (int x = first; x < end; x++, block += depth, start += run)
            {
                Copy(source + start, block, whole);
            }

            Edge(source, block, end, _deep.InputWidth, outside);
        }
    }

    // A row of three planes, which is put in order in the first-level cache: a whole map would go to memory and back.
    private readonly InterleavedRows Planes(int y, float* inOrder) => new()
    {
        Source = _map + ((nint)y * _sizes.InputWidth),
        PlaneLength = (nint)_sizes.InputHeight * _sizes.InputWidth,
        Destination = inOrder,
        Rows = 1,
        Columns = _sizes.InputWidth,
    };

    // Runs of the blocks from one to another, with zeros outside of the row.
    private readonly void Edge(float* source, float* block, int from, int to, bool outside)
    {
        int channels = _sizes.InputChannels, run = _sizes.StrideWidth * channels, length = _sizes.InputWidth * channels;
        int start = (from * run) - (_sizes.PaddingLeft * channels);
        for (int x = from; x < to; x++, block += _deep.InputChannels, start += run)
        {
            for (int i = 0; i < run; i++)
            {
                block[i] = outside || (uint)(start + i) >= (uint)length ? 0 : source[start + i];
            }
        }
    }

    // Runs of a picture are 6 to 48 floats: too short for a call to a general copy.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* source, float* destination, int count)
    {
        int i = 0;
        for (; i <= count - Lanes128.Count; i += Lanes128.Count)
        {
            Lanes128.Store(Lanes128.Load(source + i), destination + i);
        }

        for (; i < count; i++)
        {
            destination[i] = source[i];
        }
    }
}
