using System.ComponentModel;
using System.Runtime.Intrinsics;
using AlexNetGen.Execution;

namespace AlexNetGen.Kernels;

/// <summary>
/// A fully connected layer: y[o] = b[o] + sum over i of w[o, i] * x[i], as torch.nn.Linear defines it. For one image
/// bound by the speed at which the weights come from memory; several share one reading of them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class FullyConnected
{
    /// <summary>Multiplies one vector, adds the bias, and applies max(x, 0) where the geometry says so; NaN stays.</summary>
    /// <typeparam name="TGeometry">The layer.</typeparam>
    /// <param name="input">InputFeatures values.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="output">OutputFeatures values. May not overlap the input.</param>
    /// <param name="team">The threads that share the outputs.</param>
    /// <exception cref="ArgumentException">A span or the weights have not exactly the geometry's length.</exception>
    public static void Forward<TGeometry>(ReadOnlySpan<float> input, FullyConnectedWeights weights, Span<float> output, Team team)
        where TGeometry : struct, IFullyConnected
    {
        Lengths.Check(input, TGeometry.InputFeatures, output, TGeometry.OutputFeatures);
        ForwardBatch<TGeometry>(input, TGeometry.InputFeatures, weights, output, TGeometry.OutputFeatures, images: 1, team);
    }

    /// <summary>Multiplies several vectors; each result is the same, bit for bit, as alone.</summary>
    /// <typeparam name="TGeometry">The layer.</typeparam>
    /// <param name="inputs">The first vector, and each next one <paramref name="inputStride"/> after the one before.</param>
    /// <param name="inputStride">InputFeatures at least.</param>
    /// <param name="weights">The layer's weights.</param>
    /// <param name="outputs">The first result, and each next one <paramref name="outputStride"/> after. May not overlap the inputs.</param>
    /// <param name="outputStride">OutputFeatures at least.</param>
    /// <param name="images">The number of vectors.</param>
    /// <param name="team">The threads that share the outputs.</param>
    /// <exception cref="ArgumentException">A span is too short, or the weights have not exactly the geometry's length.</exception>
    public static void ForwardBatch<TGeometry>(
        ReadOnlySpan<float> inputs, int inputStride, FullyConnectedWeights weights, Span<float> outputs, int outputStride, int images, Team team)
        where TGeometry : struct, IFullyConnected
    {
        ArgumentNullException.ThrowIfNull(team);
        ArgumentOutOfRangeException.ThrowIfLessThan(images, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputStride, TGeometry.InputFeatures);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputStride, TGeometry.OutputFeatures);
        Lengths.CheckReach(inputs.Length, inputStride, images, TGeometry.InputFeatures, nameof(inputs));
        Lengths.CheckReach(outputs.Length, outputStride, images, TGeometry.OutputFeatures, nameof(outputs));
        weights.Check<TGeometry>();
        fixed (float* source = inputs, scale = weights.Scale, bias = weights.Bias, destination = outputs)
        fixed (byte* weight = weights.Bytes)
        {
            FullyConnectedOperands operands = new()
            {
                Inputs = source,
                InputStride = inputStride,
                Weight = weight,
                Layout = weights.Layout,
                Scale = scale,
                Bias = bias,
                ReLU = TGeometry.ReLU,
                Outputs = destination,
                OutputStride = outputStride,
                Images = images,
            };
            switch (weights.Layout.Width)
            {
                case VectorWidth.Bits512:
                    Run<Lanes512, Vector512<float>>(operands, team);
                    break;
                case VectorWidth.Bits256:
                    Run<Lanes256, Vector256<float>>(operands, team);
                    break;
                default:
                    Run<Lanes128, Vector128<float>>(operands, team);
                    break;
            }
        }
    }

    private static void Run<TLanes, TVector>(in FullyConnectedOperands operands, Team team)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        switch (operands.Layout.Stored)
        {
            case StoredWeights.BFloat16:
                FullyConnectedBlocks<TLanes, TVector, BFloat16Elements>.Run(operands, team);
                break;
            case StoredWeights.Int8:
                FullyConnectedBlocks<TLanes, TVector, Int8Elements>.Run(operands, team);
                break;
            default:
                FullyConnectedBlocks<TLanes, TVector, Float32Elements>.Run(operands, team);
                break;
        }
    }
}
