using AlexNetGen.Execution;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A convolution with an activation against the activation's own kernel, which is held to PyTorch, after the convolution alone.</summary>
public class ConvolutionActivationTests
{
    private delegate void Kernel(ReadOnlySpan<float> input, Span<float> output);

    [Theory]
    [MemberData(nameof(KernelTest.Widths), MemberType = typeof(KernelTest))]
    public void Every_activation_follows_inside(int width)
    {
        Check<One>(width, RectifiedLinear.Forward);
        Check<Two>(width, ClippedRectifiedLinear.Forward);
        Check<Three>(width, HardSwish.Forward);
        Check<Four>(width, HardSigmoid.Forward);
        Check<Five>(width, Sigmoid.Forward);
        Check<Six>(width, SigmoidLinear.Forward);
        Check<Seven>(width, GaussianErrorLinear.Forward);
        Check<Eight>(width, GaussianErrorLinearByTanh.Forward);
        Check<Nine>(width, HyperbolicTangent.Forward);
    }

    private static void Check<TActivation>(int width, Kernel activation)
        where TActivation : struct, ICount
    {
        // Direct, depthwise, Winograd, Strassen, across pixels; Winograd whose pixels do not follow each other.
        Check<Activated<Nought, TActivation>, Activated<Nought, Nought>>(width, activation);
        Check<Activated<One, TActivation>, Activated<One, Nought>>(width, activation);
        Check<Activated<Two, TActivation>, Activated<Two, Nought>>(width, activation);
        Check<Activated<Five, TActivation>, Activated<Five, Nought>>(width, activation);
        Check<Activated<Seven, TActivation>, Activated<Seven, Nought>>(width, activation);
        Check<Dilating<Ten, Twenty, Eight, Nine, Three, Four, Two, TActivation>, Dilating<Ten, Twenty, Eight, Nine, Three, Four, Two, Nought>>(width, activation);
    }

    private static void Check<TActivated, TPlain>(int width, Kernel activation)
        where TActivated : struct, IConvolution
        where TPlain : struct, IConvolution
    {
        float[] plain = Convolve<TPlain>(width), expected = new float[plain.Length];
        activation(plain, expected);
        Assert.Contains(plain, value => value < -3);
        Assert.Contains(plain, value => value > 6);
        KernelTest.Close([.. expected.Select(value => (double)value)], Convolve<TActivated>(width), 1e-6);
    }

    private static float[] Convolve<TGeometry>(int width)
        where TGeometry : struct, IConvolution
    {
        float[] map = [.. KernelTest.Random(TGeometry.InputChannels * TGeometry.InputHeight * TGeometry.InputWidth, 3).Select(value => 8 * value)];
        float[] weight = KernelTest.Random(KernelTest.WeightLength<TGeometry>(), 4), bias = KernelTest.Random(TGeometry.OutputChannels, 5);
        float[] scratch = new float[TGeometry.ScratchLength];
        return KernelTest.Written(
            TGeometry.OutputChannels * TGeometry.OutputHeight * TGeometry.OutputWidth,
            output => Convolution.Forward<TGeometry>(map, ConvolutionWeights.Pack<TGeometry>(weight, bias, (VectorWidth)width), scratch, output, Team.Alone));
    }
}
