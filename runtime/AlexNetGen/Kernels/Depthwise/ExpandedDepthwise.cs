using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// A convolution and a depthwise convolution of its result, without the map between: in the blocks of MobileNetV2 (Sandler et
/// al., 2018), whose first convolution expands six times, that is the widest. A block of channels is computed some rows at
/// a time, and goes through its depthwise kernels while those rows are in cache.
/// <code>
///   input, all channels        one block of channels                output
///   . . . . . . . .            rows that windows still reach
///   . . . . . . . .            . . . . . . . .              3x3     . . . . . . . .
///   . . . . . . . .  ------->  . . . . . . . .   new rows ------->  y y y y y y y y
///   . . . . . . . .            . . . . . . . .
/// </code>
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ExpandedDepthwise
{
    /// <summary>Convolves one feature map twice, each time with bias, batch normalisation and activation as asked for.</summary>
    /// <typeparam name="TExpand">The first convolution.</typeparam>
    /// <typeparam name="TDepthwise">The depthwise convolution, which reads what the first one makes.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels] of the first, or planes where its geometry says so.</param>
    /// <param name="expand">The first one's weights.</param>
    /// <param name="weights">The depthwise weights.</param>
    /// <param name="scratch">As many floats as the first one's geometry says.</param>
    /// <param name="output">[OutputHeight][OutputWidth][OutputStep] of the second. May not overlap the input.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="expandNormalization">A batch normalisation between the two; null for none.</param>
    /// <param name="normalization">A batch normalisation of the result; null for none.</param>
    /// <param name="clock">Takes the time of both layers; null for none.</param>
    /// <param name="firstLayer">The number of the first one's layer.</param>
    /// <param name="layer">The number of the second one's layer.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length, the weights are another convolution's, or the convolutions are not such a pair.</exception>
    public static void Forward<TExpand, TDepthwise>(
        ReadOnlySpan<float> input,
        ConvolutionWeights expand,
        ConvolutionWeights weights,
        Span<float> scratch,
        Span<float> output,
        Team team,
        BatchNormalizationWeights? expandNormalization = null,
        BatchNormalizationWeights? normalization = null,
        LayerClock? clock = null,
        int firstLayer = 0,
        int layer = 0)
        where TExpand : struct, IConvolution
        where TDepthwise : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(expand);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(team);
        ConvolutionSizes first = ConvolutionSizes.Of<TExpand>(expand.Width), second = ConvolutionSizes.Of<TDepthwise>(expand.Width);
        ExpandedPair.Check(first, second);
        Lengths.Check(input, first.InputLength, output, second.OutputHeight * second.OutputWidth * TDepthwise.OutputStep);
        if (scratch.Length != TExpand.ScratchLength)
        {
            Lengths.Throw(nameof(scratch), TExpand.ScratchLength, scratch.Length);
        }

        first.CheckOrder();
        expand.Check(first, scratch.Length);
        weights.Check(second, TDepthwise.ScratchLength);
        expandNormalization?.Check(first.OutputChannels);
        normalization?.Check(second.OutputChannels);
        fixed (float* source = input, weight = expand.Packed, bias = expand.Bias, factor = expandNormalization?.Factor, shift = expandNormalization?.Shift)
        fixed (float* kernel = weights.Packed, room = scratch, bias2 = weights.Bias, factor2 = normalization?.Factor, shift2 = normalization?.Shift, destination = output)
        {
            ConvolutionEpilogue between = new() { Bias = bias, Factor = factor, Shift = shift, Activation = TExpand.Activation };
            ConvolutionEpilogue end = new()
            {
                Bias = bias2,
                Factor = factor2,
                Shift = shift2,
                Output = destination + TDepthwise.OutputStart,
                OutputStep = TDepthwise.OutputStep,
                OutputLength = output.Length,
                Activation = TDepthwise.Activation,
            };
            DepthwiseOperands operands = new() { Sizes = second, Weight = kernel, Lanes = ConvolutionLayout.Of(second, weights.Width).Lanes, Epilogue = end };
            float* map = Convolution.Framed(first, source, room, team);
            long* ticks = stackalloc long[2];
            ticks = clock is null ? null : ticks;
            switch (second.KernelWidth, second.StrideWidth)
            {
                case (3, 1):
                    Run<Three, One>(first, map, weight, between, operands, expand.Width, team, ticks);
                    break;
                case (3, 2):
                    Run<Three, Two>(first, map, weight, between, operands, expand.Width, team, ticks);
                    break;
                case (5, 1):
                    Run<Five, One>(first, map, weight, between, operands, expand.Width, team, ticks);
                    break;
                default:
                    Run<Five, Two>(first, map, weight, between, operands, expand.Width, team, ticks);
                    break;
            }

            clock?.Done(firstLayer, layer, (ticks[0], ticks[1]));
        }
    }

    private static void Run<TKernel, TStride>(
        in ConvolutionSizes sizes, float* map, float* weight, in ConvolutionEpilogue between, in DepthwiseOperands operands, VectorWidth width, Team team, long* ticks)
        where TKernel : struct, ICount
        where TStride : struct, ICount
    {
        switch (width)
        {
            case VectorWidth.Bits512:
                ExpandedRows<Lanes512, Vector512<float>, TKernel, TStride>.Run(sizes, map, weight, between, operands, team, ticks);
                break;
            case VectorWidth.Bits256:
                ExpandedRows<Lanes256, Vector256<float>, TKernel, TStride>.Run(sizes, map, weight, between, operands, team, ticks);
                break;
            default:
                ExpandedRows<Lanes128, Vector128<float>, TKernel, TStride>.Run(sizes, map, weight, between, operands, team, ticks);
                break;
        }
    }
}
