using System.ComponentModel;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// Transposed convolution as torch.nn.ConvTranspose2d computes it: the tap k of input i falls on output
/// i * stride - padding + k * dilation. Some rows of the input at a time are multiplied by all taps, a plain matrix product; then each
/// output that nothing more falls on adds up what does (GEMM and col2im, as Chellapilla et al. 2006 the other way round).
/// <code>
/// input [row][column][input channel]
///   x   weight [input channel][group][tap][output channel of the group]
///   =   products [row, of those that are kept][column][group][tap][output channel of the group]
/// </code>
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class TransposedConvolution
{
    /// <summary>
    /// The sum of the taps that fall on each output, and the bias; then normalises, adds another map, and applies the geometry's
    /// activation, each where asked to.
    /// </summary>
    /// <typeparam name="TGeometry">The transposed convolution.</typeparam>
    /// <param name="input">[InputHeight][InputWidth][InputChannels].</param>
    /// <param name="weights">The weights, packed for this geometry.</param>
    /// <param name="scratch">[RowsKept][InputWidth][taps][OutputChannels].</param>
    /// <param name="output">[OutputHeight][OutputWidth][OutputStep], of which OutputChannels from OutputStart on are written. May overlap none of the others.</param>
    /// <param name="team">The threads that share the work.</param>
    /// <param name="normalization">A batch normalisation of the output's channels; null for none.</param>
    /// <param name="addend">A map laid out as the output; empty for none.</param>
    /// <exception cref="ArgumentException">A span has not exactly the geometry's length, or the weights are another convolution's.</exception>
    public static void Forward<TGeometry>(
        ReadOnlySpan<float> input,
        TransposedConvolutionWeights weights,
        Span<float> scratch,
        Span<float> output,
        Team team,
        BatchNormalizationWeights? normalization = null,
        ReadOnlySpan<float> addend = default)
        where TGeometry : struct, ITransposedConvolution
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(team);
        TransposedConvolutionSizes sizes = TransposedConvolutionSizes.Of<TGeometry>();
        Lengths.Check(input, sizes.InputLength, output, sizes.Rows.Output * sizes.Columns.Output * TGeometry.OutputStep);
        if (scratch.Length != sizes.ScratchLength)
        {
            Lengths.Throw(nameof(scratch), sizes.ScratchLength, scratch.Length);
        }

        if (!addend.IsEmpty && addend.Length != output.Length)
        {
            Lengths.Throw(nameof(addend), output.Length, addend.Length);
        }

        weights.Check(sizes);
        normalization?.Check(sizes.OutputChannels);
        fixed (float* source = input, packed = weights.Packed, bias = weights.Bias, none = weights.NoBias, room = scratch, destination = output)
        fixed (float* factor = normalization?.Factor, shift = normalization?.Shift, other = addend)
        {
            ConvolutionEpilogue epilogue = new()
            {
                Bias = bias,
                Factor = factor,
                Shift = shift,
                Addend = other,
                Output = destination + TGeometry.OutputStart,
                OutputStep = TGeometry.OutputStep,
                OutputLength = output.Length,
                Activation = TGeometry.Activation,
            };
            ConvolutionEpilogue nothing = new() { Bias = none, OutputStep = sizes.Products, OutputLength = scratch.Length };
            int rowProducts = sizes.Columns.Input * sizes.Products;
            for (int row = 0; row < sizes.Rows.Input; row += sizes.RowsAtOnce)
            {
                if (!sizes.IsDepthwise)
                {
                    nothing.Output = room + ((nint)(row % sizes.RowsKept) * rowProducts);
                    Convolution.Direct(sizes.Product, weights.Width, source + ((nint)row * sizes.Columns.Input * sizes.InputChannels), packed, nothing, team);
                }

                int first = sizes.Rows.FirstOf(row), end = sizes.Rows.FirstOf(row + sizes.RowsAtOnce);
                switch (weights.Width)
                {
                    case VectorWidth.Bits512:
                        AddUp<Lanes512, Vector512<float>>(sizes, source, packed, room, epilogue, first, end, team);
                        break;
                    case VectorWidth.Bits256:
                        AddUp<Lanes256, Vector256<float>>(sizes, source, packed, room, epilogue, first, end, team);
                        break;
                    default:
                        AddUp<Lanes128, Vector128<float>>(sizes, source, packed, room, epilogue, first, end, team);
                        break;
                }
            }
        }
    }

    private static void AddUp<TLanes, TVector>(
        in TransposedConvolutionSizes sizes, float* input, float* weight, float* products, in ConvolutionEpilogue epilogue, int first, int end, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (sizes.IsDepthwise)
        {
            TransposedSums<TLanes, TVector, WeightedTerm>.Run(sizes, input, weight, epilogue, first, end, team);
        }
        else
        {
            TransposedSums<TLanes, TVector, ProductTerm>.Run(sizes, products, weight, epilogue, first, end, team);
        }
    }
}
