using System.ComponentModel;

namespace AlexNetGen.Kernels;

/// <summary>
/// The weight and bias of a fully connected layer, as they came: a row of the weight is read once per image, in
/// order, so there is nothing to pack. Immutable, so any number of threads may share it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FullyConnectedWeights
{
    private FullyConnectedWeights(float[] weight, float[]? bias)
    {
        Weight = weight;
        Bias = bias;
    }

    /// <summary>[output feature][input feature]. The array itself: not to be written.</summary>
    public float[] Weight { get; }

    /// <summary>One value for each output feature, or null. The array itself: not to be written.</summary>
    public float[]? Bias { get; }

    /// <summary>Takes a layer's weight and bias; the arrays are owned from now on and may not be written.</summary>
    /// <typeparam name="TGeometry">The layer.</typeparam>
    /// <param name="weight">[output feature][input feature], as PyTorch and Caffe store it.</param>
    /// <param name="bias">One value for each output feature, or null.</param>
    /// <exception cref="ArgumentException">An array has not exactly the length that the geometry says.</exception>
    public static FullyConnectedWeights Create<TGeometry>(float[] weight, float[]? bias)
        where TGeometry : struct, IFullyConnected
    {
        ArgumentNullException.ThrowIfNull(weight);
        int length = checked(TGeometry.InputFeatures * TGeometry.OutputFeatures);
        if (weight.Length != length)
        {
            Lengths.Throw(nameof(weight), length, weight.Length);
        }

        if (bias is not null && bias.Length != TGeometry.OutputFeatures)
        {
            Lengths.Throw(nameof(bias), TGeometry.OutputFeatures, bias.Length);
        }

        return new FullyConnectedWeights(weight, bias);
    }
}
