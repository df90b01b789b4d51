using System.ComponentModel;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// A convolution and the max pool of its result, without the map between: of a network's first layers that is the largest, and
/// would go to memory and back. By Winograd's algorithm each thread computes some bands of the convolution, and pools a band while
/// it is in cache; where a direct convolution is read by windows of 2x2 side by side, a window never leaves the registers
/// (<see cref="PooledTile"/>).
/// <code>
///   input                        band of the convolution                 output
///                                rows that windows still reach
///   . . . . . . . .              . . . . . . . .              3x3
///   . . . . . . . .   ------->   . . . . . . . .   new rows  ------->    y   y   y   y
///   . . . . . . . .              . . . . . . . .
/// </code>
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class PooledConvolution
{
    /// <summary>Convolves one feature map, with bias, batch normalisation and activation as asked for, and takes the largest value of each window.</summary>
    /// <typeparam name="TConvolution">The convolution, by Winograd's algorithm with weights that a cache holds, over blocks of pixels or not; or direct, of one group, followed by a bound at most.</typeparam>
    /// <typeparam name="TPooling">The max pool, which reads what the convolution makes; a direct one's by windows of 2x2 side by side.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels] of the convolution, or planes where its geometry says so.</param>
    /// <param name="weights">The convolution's weights.</param>
    /// <param name="scratch">As many floats as the convolution's geometry says.</param>
    /// <param name="output">[OutputHeight][OutputWidth][Channels] of the pool. May not overlap the input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="normalization">A batch normalisation between the two; null for none.</param>
    /// <param name="clock">Takes the time of both layers; null for none.</param>
    /// <param name="firstLayer">The number of the convolution's layer.</param>
    /// <param name="layer">The number of the pool's layer.</param>
    /// <exception cref="ArgumentException">A span has not the geometry's length, the weights are another convolution's, or the two are not such a pair.</exception>
    public static void Forward<TConvolution, TPooling>(
        ReadOnlySpan<float> input,
        ConvolutionWeights weights,
        Span<float> scratch,
        Span<float> output,
        Team team,
        BatchNormalizationWeights? normalization = null,
        LayerClock? clock = null,
        int firstLayer = 0,
        int layer = 0)
        where TConvolution : struct, IConvolution
        where TPooling : struct, IPooling
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(team);
        ConvolutionSizes sizes = ConvolutionSizes.Of<TConvolution>(weights.Width);
        bool isDirect = sizes.Algorithm == ConvolutionAlgorithm.Direct;
        Check<TConvolution, TPooling>(sizes, weights.Width);
        sizes.CheckOrder();
        Lengths.Check(input, sizes.InputLength, output, TPooling.OutputHeight * TPooling.OutputWidth * TPooling.Channels);
        if (scratch.Length != TConvolution.ScratchLength)
        {
            Lengths.Throw(nameof(scratch), TConvolution.ScratchLength, scratch.Length);
        }

        weights.Check(sizes, isLongEnough: scratch.Length >= (isDirect ? sizes.FrameLength : new PooledBands<TPooling>(sizes, weights.Width).ScratchLength));
        normalization?.Check(sizes.OutputChannels);
        fixed (float* source = input, weight = weights.Packed, bias = weights.Bias, room = scratch, destination = output)
        fixed (float* factor = normalization?.Factor, shift = normalization?.Shift)
        {
            ConvolutionEpilogue epilogue = new() { Bias = bias, Factor = factor, Shift = shift, Activation = TConvolution.Activation, OutputStep = sizes.OutputChannels };

            // Native programs leave out what no pair of theirs needs.
            if (Convolution.Needs<TConvolution>(ConvolutionAlgorithm.Direct) && isDirect)
            {
                epilogue.Output = destination;
                new PooledRows<TConvolution, TPooling>(sizes, weights.Width) { Map = Convolution.Framed(sizes, source, room, team), Weight = weight, Epilogue = epilogue }.Run(team);
                clock?.Done(firstLayer);
                return;
            }

            long* ticks = stackalloc long[2];
            new PooledBands<TPooling>(sizes, weights.Width)
            {
                Ticks = clock is null ? null : ticks,
                Map = source,
                Weight = weight,
                Scratch = room,
                Output = destination,
                Epilogue = epilogue,
            }.Run(team);
            clock?.Done(firstLayer, layer, (ticks[0], ticks[1]));
        }
    }

    private static void Check<TConvolution, TPooling>(in ConvolutionSizes sizes, VectorWidth width)
        where TConvolution : struct, IConvolution
        where TPooling : struct, IPooling
    {
        bool reads = (TPooling.Channels, TPooling.InputHeight, TPooling.InputWidth) == (sizes.OutputChannels, sizes.OutputHeight, sizes.OutputWidth);
        bool fits = sizes.Algorithm == ConvolutionAlgorithm.Direct
            ? PooledRows<TConvolution, TPooling>.Fits
            : ConvolutionBands.Fit(sizes, width) && PooledBands<TPooling>.Fits;
        if (!reads || !fits)
        {
            throw new ArgumentException("Only a convolution by Winograd's algorithm with few weights is computed together with a max pool, of at most 3 rows, that reads it; and a direct one, of one group and followed by ReLU at most, with one of 2x2 windows side by side.");
        }
    }
}
