using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a transposed convolution, the weight as [group][row][column][input channel][output channel].
/// Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TransposedConvolutionWeights
{
    private readonly float[] _bias;
    private readonly bool _hasBias;

    private TransposedConvolutionWeights(float[] packed, float[] bias, bool hasBias)
    {
        Packed = packed;
        _bias = bias;
        _hasBias = hasBias;
    }

    internal float[] Packed { get; }

    /// <summary>The bias; zeros if there is none.</summary>
    internal ReadOnlySpan<float> PackedBias => _bias;

    /// <summary>Packs a weight and a bias.</summary>
    /// <typeparam name="TGeometry">The transposed convolution.</typeparam>
    /// <param name="weight">[input channel][output channel of the group][row][column], as PyTorch, Caffe and ONNX store it.</param>
    /// <param name="bias">One value for each output channel, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static TransposedConvolutionWeights Pack<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, ITransposedConvolution
    {
        ArgumentNullException.ThrowIfNull(weight);
        int length = Length<TGeometry>();
        if (weight.Length != length)
        {
            Lengths.Throw(nameof(weight), length, weight.Length);
        }

        if (bias is not null && bias.Length != TGeometry.OutputChannels)
        {
            Lengths.Throw(nameof(bias), TGeometry.OutputChannels, bias.Length);
        }

        float[] packed = new float[length];
        Copy<TGeometry>(weight, packed, pack: true);
        return new TransposedConvolutionWeights(packed, bias ?? new float[TGeometry.OutputChannels], bias is not null);
    }

    /// <summary>The weight in its original order, bit for bit.</summary>
    /// <typeparam name="TGeometry">The transposed convolution that the weights were packed for.</typeparam>
    /// <returns>A new array: [input channel][output channel of the group][row][column].</returns>
    public float[] Weight<TGeometry>()
        where TGeometry : struct, ITransposedConvolution
    {
        float[] weight = new float[Packed.Length];
        Copy<TGeometry>(weight, Packed, pack: false);
        return weight;
    }

    /// <summary>The bias, bit for bit.</summary>
    /// <typeparam name="TGeometry">The transposed convolution that the weights were packed for.</typeparam>
    /// <returns>A new array of one value for each output channel, or null if there is no bias.</returns>
    public float[]? Bias<TGeometry>()
        where TGeometry : struct, ITransposedConvolution => _hasBias ? [.. _bias] : null;

    /// <summary>The values of the weight.</summary>
    internal static int Length<TGeometry>()
        where TGeometry : struct, ITransposedConvolution =>
        checked(TGeometry.InputChannels * (TGeometry.OutputChannels / TGeometry.Groups) * TGeometry.KernelHeight * TGeometry.KernelWidth);

    private static void Copy<TGeometry>(float[] weight, float[] packed, bool pack)
        where TGeometry : struct, ITransposedConvolution
    {
        int inputs = TGeometry.InputChannels / TGeometry.Groups, outputs = TGeometry.OutputChannels / TGeometry.Groups;
        int taps = TGeometry.KernelHeight * TGeometry.KernelWidth;
        int at = 0;
        for (int channel = 0; channel < TGeometry.InputChannels; channel++)
        {
            int group = channel / inputs, input = channel % inputs;
            for (int output = 0; output < outputs; output++)
            {
                for (int tap = 0; tap < taps; tap++, at++)
                {
                    int place = (((((group * taps) + tap) * inputs) + input) * outputs) + output;
                    if (pack)
                    {
                        packed[place] = weight[at];
                    }
                    else
                    {
                        weight[at] = packed[place];
                    }
                }
            }
        }
    }
}
