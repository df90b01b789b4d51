using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A convolution in narrow groups over 17 rows and 18 columns, padded by half of the kernel; ReLU6 follows, among three channels more.</summary>
internal readonly struct AcrossChannels<TGroups, TInputs, TKernel, TStride, TDilation> : ITestConvolution<AcrossChannels<TGroups, TInputs, TKernel, TStride, TDilation>>
    where TGroups : struct, ICount
    where TInputs : struct, ICount
    where TKernel : struct, ICount
    where TStride : struct, ICount
    where TDilation : struct, ICount
{
    public static int InputChannels => TGroups.Value * TInputs.Value;
    public static int InputHeight => 17;
    public static int InputWidth => 18;
    public static int OutputChannels => TGroups.Value * TInputs.Value;
    public static int OutputHeight => ((17 + (2 * PaddingTop) - (TDilation.Value * (TKernel.Value - 1)) - 1) / TStride.Value) + 1;
    public static int OutputWidth => ((18 + (2 * PaddingLeft) - (TDilation.Value * (TKernel.Value - 1)) - 1) / TStride.Value) + 1;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static int DilationHeight => TDilation.Value;
    public static int DilationWidth => TDilation.Value;
    public static int PaddingTop => TKernel.Value / 2;
    public static int PaddingLeft => TKernel.Value / 2;
    public static int Groups => TGroups.Value;
    public static ConvolutionAlgorithm Algorithm => TInputs.Value == 1 ? ConvolutionAlgorithm.Depthwise : ConvolutionAlgorithm.Grouped;
    public static Activation Activation => Activation.ReLU6;
    public static int OutputStep => OutputChannels + 3;
    public static int OutputStart => 2;
}

/// <summary>A convolution in eleven narrow groups over 9 rows and 45 columns, padded by half of the windows; HardSwish follows, among three channels more.</summary>
internal readonly struct AcrossRows<TInputs, TOutputs, TKernel, TStride, TDilation> : ITestConvolution<AcrossRows<TInputs, TOutputs, TKernel, TStride, TDilation>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where TKernel : struct, ICount
    where TStride : struct, ICount
    where TDilation : struct, ICount
{
    public static int InputChannels => 11 * TInputs.Value;
    public static int InputHeight => 9;
    public static int InputWidth => 45;
    public static int OutputChannels => 11 * TOutputs.Value;
    public static int OutputHeight => ((9 + (2 * PaddingTop) - (TDilation.Value * (TKernel.Value - 1)) - 1) / TStride.Value) + 1;
    public static int OutputWidth => ((45 + (2 * PaddingLeft) - (TDilation.Value * (TKernel.Value - 1)) - 1) / TStride.Value) + 1;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static int DilationHeight => TDilation.Value;
    public static int DilationWidth => TDilation.Value;
    public static int PaddingTop => TDilation.Value * (TKernel.Value / 2);
    public static int PaddingLeft => TDilation.Value * (TKernel.Value / 2);
    public static int Groups => 11;
    public static ConvolutionAlgorithm Algorithm => TOutputs.Value == 1 ? ConvolutionAlgorithm.Depthwise : ConvolutionAlgorithm.Grouped;
    public static Activation Activation => Activation.HardSwish;
    public static int OutputStep => OutputChannels + 3;
    public static int OutputStart => 2;
}

/// <summary>A 3x3 or 1x1 convolution to 21 channels, or 3 across pixels, by some algorithm, with an activation by its number.</summary>
internal readonly struct Activated<TAlgorithm, TActivation> : ITestConvolution<Activated<TAlgorithm, TActivation>>
    where TAlgorithm : struct, ICount
    where TActivation : struct, ICount
{
    public static int InputChannels => Algorithm == ConvolutionAlgorithm.Strassen ? 20 : 21;
    public static int InputHeight => 8;
    public static int InputWidth => 9;
    public static int OutputChannels => Algorithm == ConvolutionAlgorithm.Planar ? 3 : 21;
    public static int OutputHeight => 8;
    public static int OutputWidth => 9;
    public static int KernelHeight => IsPointwise ? 1 : 3;
    public static int KernelWidth => IsPointwise ? 1 : 3;
    public static int PaddingTop => IsPointwise ? 0 : 1;
    public static int PaddingLeft => IsPointwise ? 0 : 1;
    public static int Groups => Algorithm == ConvolutionAlgorithm.Depthwise ? 21 : 1;
    public static ConvolutionAlgorithm Algorithm => (ConvolutionAlgorithm)TAlgorithm.Value;
    public static int WinogradTile => Algorithm == ConvolutionAlgorithm.Winograd ? 4 : 0;
    public static int TilesAtOnce => Algorithm is ConvolutionAlgorithm.Winograd or ConvolutionAlgorithm.Strassen ? 3 : 0;
    public static int RowsAtOnce => Algorithm == ConvolutionAlgorithm.Planar ? 3 : 0;
    public static int StrassenLevels => Algorithm == ConvolutionAlgorithm.Strassen ? 1 : 0;
    public static Activation Activation => (Activation)TActivation.Value;

    private static bool IsPointwise => Algorithm is ConvolutionAlgorithm.Direct or ConvolutionAlgorithm.Strassen;
}

/// <summary>0.</summary>
internal readonly struct Nought : ICount
{
    public static int Value => 0;
}

/// <summary>10.</summary>
internal readonly struct Ten : ICount
{
    public static int Value => 10;
}

/// <summary>20.</summary>
internal readonly struct Twenty : ICount
{
    public static int Value => 20;
}

/// <summary>32.</summary>
internal readonly struct ThirtyTwo : ICount
{
    public static int Value => 32;
}
