using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a convolution, packed once for the machine's vector width and the geometry's algorithm.
/// Immutable, so any number of threads may share it.
/// </summary>
/// <remarks>
/// Winograd's transformed weights cannot be turned back bit for bit, so the original is kept beside them: for F(4,3)
/// that is 36/9 + 1 = 5 times the memory of the weight, where the other algorithms only reorder it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvolutionWeights
{
    private readonly ConvolutionSizes _sizes;
    private readonly AlignedArray _packed;
    private readonly AlignedArray _bias;
    private readonly float[]? _original;
    private readonly bool _hasBias;
    private readonly int _scratchLength;

    private ConvolutionWeights(in ConvolutionSizes sizes, VectorWidth width, AlignedArray packed, AlignedArray bias, float[]? original, bool hasBias)
    {
        _sizes = sizes;
        _packed = packed;
        _bias = bias;
        _original = original;
        _hasBias = hasBias;
        _scratchLength = sizes.ScratchLength(width);
        Width = width;
    }

    /// <summary>The vector width that the weights are packed for.</summary>
    internal VectorWidth Width { get; }

    /// <summary>The packed weight, beginning on a cache line.</summary>
    internal ReadOnlySpan<float> Packed => _packed.Span;

    /// <summary>The bias, zeros if there is none, and a vector of slack.</summary>
    internal ReadOnlySpan<float> Bias => _bias.Span;

    /// <summary>Packs a convolution's weight and bias for this machine.</summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="weight">[output channel][input channel of the group][row][column], as PyTorch, Caffe and ONNX store it. It may be kept.</param>
    /// <param name="bias">One value for each output channel, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static ConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, IConvolution => Pack<TGeometry>(weight, bias, VectorWidths.Widest);

    /// <summary>The weight in its original order, bit for bit.</summary>
    /// <returns>A new array: [output channel][input channel of the group][row][column].</returns>
    public float[] OriginalWeight()
    {
        if (_original is not null)
        {
            return [.. _original];
        }

        float[] weight = new float[_sizes.WeightLength];
        ConvolutionLayout.Of(_sizes, Width).Copy(weight, _packed.Span, pack: false);
        return weight;
    }

    /// <summary>The bias, bit for bit.</summary>
    /// <returns>A new array of one value for each output channel, or null if there is no bias.</returns>
    public float[]? OriginalBias() => _hasBias ? [.. _bias.Span[.._sizes.OutputChannels]] : null;

    /// <summary>Packs for a vector width of the caller's choice.</summary>
    internal static ConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias, VectorWidth width)
        where TGeometry : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(weight);
        ConvolutionSizes sizes = ConvolutionSizes.Of<TGeometry>();
        if (weight.Length != sizes.WeightLength)
        {
            Lengths.Throw(nameof(weight), sizes.WeightLength, weight.Length);
        }

        if (bias is not null && bias.Length != sizes.OutputChannels)
        {
            Lengths.Throw(nameof(bias), sizes.OutputChannels, bias.Length);
        }

        if (sizes.Algorithm is not ConvolutionAlgorithm.Depthwise and not ConvolutionAlgorithm.Grouped)
        {
            // A group of few channels, as in ResNeXt, would leave most lanes of a wide vector empty.
            width = VectorWidths.Holding(sizes.OutputChannels / sizes.Groups, width);
        }

        var packedBias = new AlignedArray(sizes.OutputChannels + (int)VectorWidth.Bits512);
        bias?.CopyTo(packedBias.Span);
        bool transforms = sizes.Algorithm is ConvolutionAlgorithm.Winograd or ConvolutionAlgorithm.SpaceToDepth;
        return new ConvolutionWeights(sizes, width, PackWeight(sizes, weight, width), packedBias, transforms ? weight : null, bias is not null);
    }

    /// <summary>
    /// Throws unless the weights were packed for this convolution, whose scratch has this length: the kernels trust both.
    /// </summary>
    internal void Check(in ConvolutionSizes sizes, int scratchLength)
    {
        if (_sizes != sizes || scratchLength < _scratchLength)
        {
            throw new ArgumentException("The weights were packed for another convolution.");
        }
    }

    private static AlignedArray PackWeight(in ConvolutionSizes sizes, float[] weight, VectorWidth width)
    {
        switch (sizes.Algorithm)
        {
            case ConvolutionAlgorithm.Winograd:
                return WinogradPacking.Pack(new WinogradLayout(sizes, width), weight);
            case ConvolutionAlgorithm.SpaceToDepth:
                return WinogradPacking.Pack(new WinogradLayout(SpaceToDepth.Deep(sizes), width), SpaceToDepth.Weights(sizes, weight));
            default:
                ConvolutionLayout layout = ConvolutionLayout.Of(sizes, width);
                var packed = new AlignedArray(layout.PackedLength);
                layout.Copy(weight, packed.Span, pack: true);
                return packed;
        }
    }
}
