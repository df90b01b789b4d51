using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A square convolution with vectors across pixels, padded so that the map keeps its size, some rows of whose planes are there at once.</summary>
internal readonly struct AcrossPixels<TInputs, TOutputs, THeight, TWidth, TKernel, TDilation, TRows> : ITestConvolution<AcrossPixels<TInputs, TOutputs, THeight, TWidth, TKernel, TDilation, TRows>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where THeight : struct, ICount
    where TWidth : struct, ICount
    where TKernel : struct, ICount
    where TDilation : struct, ICount
    where TRows : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => THeight.Value;
    public static int InputWidth => TWidth.Value;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => THeight.Value;
    public static int OutputWidth => TWidth.Value;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int DilationHeight => TDilation.Value;
    public static int DilationWidth => TDilation.Value;
    public static int PaddingTop => TDilation.Value * (TKernel.Value / 2);
    public static int PaddingLeft => TDilation.Value * (TKernel.Value / 2);
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Planar;
    public static int RowsAtOnce => TRows.Value;
}
