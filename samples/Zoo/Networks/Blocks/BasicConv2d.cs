using AlexNetGen;

namespace AlexNetGen.Samples;

/// <summary>A convolution of Inception with its batch normalisation, padded to keep the size where nothing else is said.</summary>
/// <remarks>
/// Source: torchvision/models/inception.py and googlenet.py. Epsilon is 1e-3, as in TensorFlow.
/// </remarks>
[Block(64, 28, 28)]
public static partial class BasicConv2d
{
    /// <summary>The channels that come out.</summary>
    private const int Channels = 64;

    /// <summary>The kernel.</summary>
    private const int Kernel = 1;

    /// <summary>Its rows.</summary>
    private const int KernelHeight = Kernel;

    /// <summary>Its columns.</summary>
    private const int KernelWidth = Kernel;

    /// <summary>The stride.</summary>
    private const int Stride = 1;

    /// <summary>The rows of padding on either side.</summary>
    private const int PaddingHeight = KernelHeight / 2;

    /// <summary>The columns of padding on either side.</summary>
    private const int PaddingWidth = KernelWidth / 2;

    [Conv2d(Channels, KernelHeight = KernelHeight, KernelWidth = KernelWidth, Stride = Stride, PaddingHeight = PaddingHeight, PaddingWidth = PaddingWidth, Bias = false, Weights = "conv"), BatchNorm2d(Epsilon = 1e-3f, Weights = "bn"), ReLU] public static partial Layer Conv { get; }
}
