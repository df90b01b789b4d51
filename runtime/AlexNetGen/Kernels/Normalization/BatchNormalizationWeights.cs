using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// The four tensors of a batch normalisation, with the factor and the shift that they come to for each channel:
/// <c>factor = weight / sqrt(running_var + epsilon)</c>, <c>shift = bias - running_mean * factor</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchNormalizationWeights
{
    private BatchNormalizationWeights(float[] weight, float[] bias, float[] runningMean, float[] runningVariance, float epsilon)
    {
        Weight = weight;
        Bias = bias;
        RunningMean = runningMean;
        RunningVariance = runningVariance;
        // A vector of slack, so that whole vectors can be read at the last channel.
        Factor = new float[weight.Length + (int)VectorWidth.Bits512];
        Shift = new float[weight.Length + (int)VectorWidth.Bits512];
        for (int i = 0; i < weight.Length; i++)
        {
            // In double, so that folding costs no accuracy.
            double factor = weight[i] / Math.Sqrt((double)runningVariance[i] + epsilon);
            Factor[i] = (float)factor;
            Shift[i] = (float)(bias[i] - (runningMean[i] * factor));
        }
    }

    /// <summary>The learned factor, gamma.</summary>
    public float[] Weight { get; }

    /// <summary>The learned shift, beta.</summary>
    public float[] Bias { get; }

    /// <summary>The mean measured in training.</summary>
    public float[] RunningMean { get; }

    /// <summary>The variance measured in training.</summary>
    public float[] RunningVariance { get; }

    internal float[] Factor { get; }

    internal float[] Shift { get; }

    /// <summary>Takes the four tensors, each of one value a channel.</summary>
    /// <typeparam name="TGeometry">The normalisation.</typeparam>
    /// <param name="weight">gamma.</param>
    /// <param name="bias">beta.</param>
    /// <param name="runningMean">The mean measured in training.</param>
    /// <param name="runningVariance">The variance measured in training.</param>
    /// <exception cref="ArgumentException">An array has not exactly one value a channel.</exception>
    public static BatchNormalizationWeights Create<TGeometry>(float[] weight, float[] bias, float[] runningMean, float[] runningVariance)
        where TGeometry : struct, IBatchNormalization
    {
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(bias);
        ArgumentNullException.ThrowIfNull(runningMean);
        ArgumentNullException.ThrowIfNull(runningVariance);
        foreach (float[] tensor in new[] { weight, bias, runningMean, runningVariance })
        {
            if (tensor.Length != TGeometry.Channels)
            {
                Lengths.Throw(nameof(weight), TGeometry.Channels, tensor.Length);
            }
        }

        return new BatchNormalizationWeights(weight, bias, runningMean, runningVariance, TGeometry.Epsilon);
    }

    /// <summary>Throws unless there is one value a channel.</summary>
    internal void Check(int channels)
    {
        if (Weight.Length != channels)
        {
            Lengths.Throw("normalization", channels, Weight.Length);
        }
    }
}
