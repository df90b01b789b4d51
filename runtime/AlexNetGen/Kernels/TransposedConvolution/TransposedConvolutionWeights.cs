using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a transposed convolution: the weight as that of the convolution which multiplies an input by all taps, or,
/// depthwise, as [row][column][channel]. Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TransposedConvolutionWeights
{
    private readonly TransposedConvolutionSizes _sizes;
    private readonly AlignedArray _packed;
    private readonly float[] _bias;
    private readonly float[] _noBias;
    private readonly bool _hasBias;

    private TransposedConvolutionWeights(in TransposedConvolutionSizes sizes, VectorWidth width, AlignedArray packed, float[] bias, bool hasBias)
    {
        _sizes = sizes;
        Width = width;
        _packed = packed;
        _bias = bias;
        _noBias = sizes.IsDepthwise ? [] : new float[sizes.Products + (int)VectorWidth.Bits512];
        _hasBias = hasBias;
    }

    /// <summary>The vector width that the weights are packed for.</summary>
    internal VectorWidth Width { get; }

    /// <summary>The packed weight, beginning on a cache line.</summary>
    internal ReadOnlySpan<float> Packed => _packed.Span;

    /// <summary>The bias, zeros if there is none, and a vector of slack.</summary>
    internal ReadOnlySpan<float> Bias => _bias;

    /// <summary>Zeros, which the products begin with, and a vector of slack.</summary>
    internal ReadOnlySpan<float> NoBias => _noBias;

    /// <summary>Packs a weight and a bias for this machine.</summary>
    /// <typeparam name="TGeometry">The transposed convolution.</typeparam>
    /// <param name="weight">[input channel][output channel of the group][row][column], as PyTorch, Caffe and ONNX store it.</param>
    /// <param name="bias">One value for each output channel, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static TransposedConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, ITransposedConvolution => Pack<TGeometry>(weight, bias, VectorWidths.Widest);

    /// <summary>Packs for vectors no wider than the caller says.</summary>
    internal static TransposedConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias, VectorWidth widest)
        where TGeometry : struct, ITransposedConvolution
    {
        ArgumentNullException.ThrowIfNull(weight);
        TransposedConvolutionSizes sizes = TransposedConvolutionSizes.Of<TGeometry>();
        if (weight.Length != sizes.WeightLength)
        {
            Lengths.Throw(nameof(weight), sizes.WeightLength, weight.Length);
        }

        if (bias is not null && bias.Length != sizes.OutputChannels)
        {
            Lengths.Throw(nameof(bias), sizes.OutputChannels, bias.Length);
        }

        float[] packedBias = new float[sizes.OutputChannels + (int)VectorWidth.Bits512];
        bias?.CopyTo(packedBias, 0);
        VectorWidth width = VectorWidths.Holding(sizes.IsDepthwise ? sizes.OutputChannels : sizes.Products / sizes.Groups, widest);
        float[] product = Ordered(sizes, weight, toProduct: true);
        AlignedArray packed = new(sizes.IsDepthwise ? product.Length : ConvolutionLayout.Of(sizes.Product, width).PackedLength);
        if (sizes.IsDepthwise)
        {
            product.CopyTo(packed.Span);
        }
        else
        {
            ConvolutionLayout.Of(sizes.Product, width).Copy(product, packed.Span, pack: true);
        }

        return new TransposedConvolutionWeights(sizes, width, packed, packedBias, bias is not null);
    }

    /// <summary>The weight in its original order, bit for bit.</summary>
    /// <returns>A new array: [input channel][output channel of the group][row][column].</returns>
    public float[] OriginalWeight()
    {
        float[] product = new float[_sizes.WeightLength];
        if (_sizes.IsDepthwise)
        {
            _packed.Span.CopyTo(product);
        }
        else
        {
            ConvolutionLayout.Of(_sizes.Product, Width).Copy(product, _packed.Span, pack: false);
        }

        return Ordered(_sizes, product, toProduct: false);
    }

    /// <summary>The bias, bit for bit.</summary>
    /// <returns>A new array of one value for each output channel, or null if there is no bias.</returns>
    public float[]? OriginalBias() => _hasBias ? _bias[.._sizes.OutputChannels] : null;

    /// <summary>Throws unless the weights were packed for this transposed convolution.</summary>
    internal void Check(in TransposedConvolutionSizes sizes)
    {
        if (_sizes != sizes)
        {
            throw new ArgumentException("The weights were packed for another transposed convolution.");
        }
    }

    // [input channel][output channel of the group][tap] and [group][tap][output channel of the group][input channel of the group];
    // depthwise [tap][channel].
    private static float[] Ordered(in TransposedConvolutionSizes sizes, float[] weight, bool toProduct)
    {
        int inputs = sizes.InputChannels / sizes.Groups, outputs = sizes.OutputChannels / sizes.Groups, taps = sizes.Taps, at = 0;
        float[] ordered = new float[weight.Length];
        for (int channel = 0; channel < sizes.InputChannels; channel++)
        {
            (int group, int input) = Math.DivRem(channel, inputs);
            for (int output = 0; output < outputs; output++)
            {
                for (int tap = 0; tap < taps; tap++, at++)
                {
                    int place = sizes.IsDepthwise
                        ? (tap * sizes.OutputChannels) + channel
                        : (((((group * taps) + tap) * outputs) + output) * inputs) + input;
                    (int from, int to) = toProduct ? (at, place) : (place, at);
                    ordered[to] = weight[from];
                }
            }
        }

        return ordered;
    }
}
