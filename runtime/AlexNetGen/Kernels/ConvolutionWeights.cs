using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a convolution, packed once for the machine's vector width and the geometry's register
/// tiles. Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvolutionWeights
{
    private readonly AlignedArray _weight;
    private readonly AlignedArray _bias;
    private readonly bool _hasBias;

    private ConvolutionWeights(VectorWidth width, AlignedArray weight, AlignedArray bias, bool hasBias)
    {
        Width = width;
        _weight = weight;
        _bias = bias;
        _hasBias = hasBias;
    }

    /// <summary>The vector width that the weights are packed for.</summary>
    internal VectorWidth Width { get; }

    /// <summary>The packed weight, beginning on a cache line.</summary>
    internal ReadOnlySpan<float> Packed => _weight.Span;

    /// <summary>The packed bias; zeros if there is none.</summary>
    internal ReadOnlySpan<float> PackedBias => _bias.Span;

    /// <summary>Packs a convolution's weight and bias for this machine.</summary>
    /// <typeparam name="TGeometry">The convolution.</typeparam>
    /// <param name="weight">[output channel][input channel of the group][row][column], as PyTorch, Caffe and ONNX store it.</param>
    /// <param name="bias">One value for each output channel, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static ConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, IConvolution => Pack<TGeometry>(weight, bias, VectorWidths.Widest);

    /// <summary>The weight in its original order, bit for bit.</summary>
    /// <typeparam name="TGeometry">The convolution that the weights were packed for.</typeparam>
    /// <returns>A new array: [output channel][input channel of the group][row][column].</returns>
    public float[] Weight<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        ConvolutionLayout layout = CheckedLayout<TGeometry>();
        float[] weight = new float[layout.WeightLength];
        layout.Copy(weight, _weight.Span, pack: false);
        return weight;
    }

    /// <summary>The bias, bit for bit.</summary>
    /// <typeparam name="TGeometry">The convolution that the weights were packed for.</typeparam>
    /// <returns>A new array of one value for each output channel, or null if there is no bias.</returns>
    public float[]? Bias<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        if (!_hasBias)
        {
            return null;
        }

        ConvolutionLayout layout = CheckedLayout<TGeometry>();
        float[] bias = new float[TGeometry.OutputChannels];
        layout.CopyBias(bias, _bias.Span, pack: false);
        return bias;
    }

    /// <summary>Packs for a vector width of the caller's choice.</summary>
    internal static ConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias, VectorWidth width)
        where TGeometry : struct, IConvolution
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (!ConvolutionLayout.IsDepthwise<TGeometry>())
        {
            // A group of few channels, as in ResNeXt, would leave most lanes of a wide vector empty.
            width = VectorWidths.Holding(TGeometry.OutputChannels / TGeometry.Groups, width);
        }

        ConvolutionLayout layout = ConvolutionLayout.Of<TGeometry>(width);
        if (weight.Length != layout.WeightLength)
        {
            Lengths.Throw(nameof(weight), layout.WeightLength, weight.Length);
        }

        if (bias is not null && bias.Length != TGeometry.OutputChannels)
        {
            Lengths.Throw(nameof(bias), TGeometry.OutputChannels, bias.Length);
        }

        var packed = new AlignedArray(layout.PackedLength);
        layout.Copy(weight, packed.Span, pack: true);
        var packedBias = new AlignedArray(layout.PackedBiasLength);
        if (bias is not null)
        {
            layout.CopyBias(bias, packedBias.Span, pack: true);
        }

        return new ConvolutionWeights(width, packed, packedBias, bias is not null);
    }

    /// <summary>
    /// The layout, after a check that the weights have its lengths: the kernel reads exactly so much, so weights
    /// packed for another geometry may give wrong results but never a read out of bounds.
    /// </summary>
    internal ConvolutionLayout CheckedLayout<TGeometry>()
        where TGeometry : struct, IConvolution
    {
        ConvolutionLayout layout = ConvolutionLayout.Of<TGeometry>(Width);
        if (((layout.PackedLength ^ _weight.Length) | (layout.PackedBiasLength ^ _bias.Length)) != 0)
        {
            Lengths.Throw("weights", layout.PackedLength, _weight.Length);
        }

        return layout;
    }
}
