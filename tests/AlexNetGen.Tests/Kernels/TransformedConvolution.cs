using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A square convolution of stride 1 by Winograd, its numbers as types, five tiles between the transforms at once.</summary>
internal readonly struct Transformed<TInputs, TOutputs, THeight, TWidth, TKernel, TTile, TGroups> : ITestConvolution<Transformed<TInputs, TOutputs, THeight, TWidth, TKernel, TTile, TGroups>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where THeight : struct, ICount
    where TWidth : struct, ICount
    where TKernel : struct, ICount
    where TTile : struct, ICount
    where TGroups : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => THeight.Value;
    public static int InputWidth => TWidth.Value;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => THeight.Value - TKernel.Value + 3;
    public static int OutputWidth => TWidth.Value;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int PaddingTop => 1;
    public static int PaddingLeft => TKernel.Value / 2;
    public static int Groups => TGroups.Value;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
    public static int WinogradTile => TTile.Value;
    public static int TilesAtOnce => 5;
}

/// <summary>A square convolution with dilation by Winograd, padded by one dilation, five tiles between the transforms at once.</summary>
internal readonly struct Dilating<TInputs, TOutputs, THeight, TWidth, TKernel, TTile, TDilation, TActivation> : ITestConvolution<Dilating<TInputs, TOutputs, THeight, TWidth, TKernel, TTile, TDilation, TActivation>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where THeight : struct, ICount
    where TWidth : struct, ICount
    where TKernel : struct, ICount
    where TTile : struct, ICount
    where TDilation : struct, ICount
    where TActivation : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => THeight.Value;
    public static int InputWidth => TWidth.Value;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => THeight.Value - (TDilation.Value * (TKernel.Value - 3));
    public static int OutputWidth => TWidth.Value - (TDilation.Value * (TKernel.Value - 3));
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int DilationHeight => TDilation.Value;
    public static int DilationWidth => TDilation.Value;
    public static int PaddingTop => TDilation.Value;
    public static int PaddingLeft => TDilation.Value;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
    public static int WinogradTile => TTile.Value;
    public static int TilesAtOnce => 5;
    public static Activation Activation => (Activation)TActivation.Value;
}

/// <summary>The same convolution by its definition.</summary>
internal readonly struct Plain<TInputs, TOutputs, THeight, TWidth, TKernel, TGroups> : ITestConvolution<Plain<TInputs, TOutputs, THeight, TWidth, TKernel, TGroups>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where THeight : struct, ICount
    where TWidth : struct, ICount
    where TKernel : struct, ICount
    where TGroups : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => THeight.Value;
    public static int InputWidth => TWidth.Value;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => THeight.Value - TKernel.Value + 3;
    public static int OutputWidth => TWidth.Value;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int PaddingTop => 1;
    public static int PaddingLeft => TKernel.Value / 2;
    public static int Groups => TGroups.Value;
}

/// <summary>A convolution that is computed in another way by vectors of each width: F(3,3), F(5,3), and the definition over an input that needs no frame.</summary>
internal readonly struct Changing : ITestConvolution<Changing>
{
    public static int InputChannels => 16;
    public static int InputHeight => 13;
    public static int InputWidth => 11;
    public static int OutputChannels => 96;
    public static int OutputHeight => 11;
    public static int OutputWidth => 9;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static ConvolutionChoice Choice512 => new(ConvolutionAlgorithm.Winograd, WinogradTile: 3, TilesAtOnce: 5);
    public static ConvolutionChoice Choice256 => new(ConvolutionAlgorithm.Winograd, WinogradTile: 5, TilesAtOnce: 5);
    public static ConvolutionChoice Choice128 => new(ConvolutionAlgorithm.Direct);
}

/// <summary>A convolution with a stride by Winograd, over blocks or, of 16 channels and multiples, over phases; windows hang over on the far sides.</summary>
internal readonly struct Strided<TInputs, TOutputs, TLength, TKernel, TStride, TPadding, TTile> : ITestConvolution<Strided<TInputs, TOutputs, TLength, TKernel, TStride, TPadding, TTile>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where TLength : struct, ICount
    where TKernel : struct, ICount
    where TStride : struct, ICount
    where TPadding : struct, ICount
    where TTile : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => TLength.Value;
    public static int InputWidth => TLength.Value + 3;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => ((TLength.Value + TPadding.Value - TKernel.Value) / TStride.Value) + 2;
    public static int OutputWidth => (TLength.Value + 3 + TPadding.Value - TKernel.Value) / TStride.Value;
    public static int KernelHeight => TKernel.Value;
    public static int KernelWidth => TKernel.Value;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static int PaddingTop => TPadding.Value;
    public static int PaddingLeft => TPadding.Value;
    public static ConvolutionAlgorithm Algorithm => TInputs.Value % 16 == 0 ? ConvolutionAlgorithm.Phases : ConvolutionAlgorithm.SpaceToDepth;
    public static int WinogradTile => TTile.Value;
    public static int TilesAtOnce => 7;
    public static Activation Activation => Activation.ReLU;
}

/// <summary>A 1x1 convolution by Strassen's algorithm, five tiles between the transforms at once.</summary>
internal readonly struct Divided<TInputs, TOutputs, THeight, TWidth, TStride, TLevels> : ITestConvolution<Divided<TInputs, TOutputs, THeight, TWidth, TStride, TLevels>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where THeight : struct, ICount
    where TWidth : struct, ICount
    where TStride : struct, ICount
    where TLevels : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => THeight.Value;
    public static int InputWidth => TWidth.Value;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => ((THeight.Value - 1) / TStride.Value) + 1;
    public static int OutputWidth => ((TWidth.Value - 1) / TStride.Value) + 1;
    public static int KernelHeight => 1;
    public static int KernelWidth => 1;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Strassen;
    public static int TilesAtOnce => 5;
    public static int StrassenLevels => TLevels.Value;
    public static Activation Activation => Activation.ReLU;
}

/// <summary>A convolution of windows over 9 rows and 11 columns by Strassen's algorithm, padded by half of the kernel, three tiles between the transforms at once.</summary>
internal readonly struct DividedWindows<TInputs, TOutputs, TRows, TColumns, TStride, TDilation, TLevels> : ITestConvolution<DividedWindows<TInputs, TOutputs, TRows, TColumns, TStride, TDilation, TLevels>>
    where TInputs : struct, ICount
    where TOutputs : struct, ICount
    where TRows : struct, ICount
    where TColumns : struct, ICount
    where TStride : struct, ICount
    where TDilation : struct, ICount
    where TLevels : struct, ICount
{
    public static int InputChannels => TInputs.Value;
    public static int InputHeight => 9;
    public static int InputWidth => 11;
    public static int OutputChannels => TOutputs.Value;
    public static int OutputHeight => ((9 + (2 * PaddingTop) - (TDilation.Value * (TRows.Value - 1)) - 1) / TStride.Value) + 1;
    public static int OutputWidth => ((11 + (2 * PaddingLeft) - (TDilation.Value * (TColumns.Value - 1)) - 1) / TStride.Value) + 1;
    public static int KernelHeight => TRows.Value;
    public static int KernelWidth => TColumns.Value;
    public static int StrideHeight => TStride.Value;
    public static int StrideWidth => TStride.Value;
    public static int DilationHeight => TDilation.Value;
    public static int DilationWidth => TDilation.Value;
    public static int PaddingTop => TRows.Value / 2;
    public static int PaddingLeft => TColumns.Value / 2;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Strassen;
    public static int TilesAtOnce => 3;
    public static int StrassenLevels => TLevels.Value;
}

/// <summary>49 tiles by Winograd's F(4,3), of 128 to 128 channels, whose 589,824 transformed weights are more than a cache holds.</summary>
internal readonly struct ManyWeights<TTilesAtOnce> : ITestConvolution<ManyWeights<TTilesAtOnce>>
    where TTilesAtOnce : struct, ICount
{
    public static int InputChannels => 128;
    public static int InputHeight => 30;
    public static int InputWidth => 30;
    public static int OutputChannels => 128;
    public static int OutputHeight => 28;
    public static int OutputWidth => 28;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static ConvolutionAlgorithm Algorithm => ConvolutionAlgorithm.Winograd;
    public static int WinogradTile => 4;
    public static int TilesAtOnce => TTilesAtOnce.Value;
}

/// <summary>11.</summary>
internal readonly struct Eleven : ICount
{
    public static int Value => 11;
}

/// <summary>13.</summary>
internal readonly struct Thirteen : ICount
{
    public static int Value => 13;
}

/// <summary>16.</summary>
internal readonly struct Sixteen : ICount
{
    public static int Value => 16;
}

/// <summary>35.</summary>
internal readonly struct ThirtyFive : ICount
{
    public static int Value => 35;
}

/// <summary>40.</summary>
internal readonly struct Forty : ICount
{
    public static int Value => 40;
}

/// <summary>64.</summary>
internal readonly struct SixtyFour : ICount
{
    public static int Value => 64;
}

/// <summary>96.</summary>
internal readonly struct NinetySix : ICount
{
    public static int Value => 96;
}

/// <summary>384.</summary>
internal readonly struct ThreeHundredEightyFour : ICount
{
    public static int Value => 384;
}

/// <summary>700.</summary>
internal readonly struct SevenHundred : ICount
{
    public static int Value => 700;
}

/// <summary>A convolution without what its geometry says follows.</summary>
internal readonly struct Linear<TGeometry> : ITestConvolution<Linear<TGeometry>>
    where TGeometry : struct, IConvolution
{
    public static int InputChannels => TGeometry.InputChannels;
    public static int InputHeight => TGeometry.InputHeight;
    public static int InputWidth => TGeometry.InputWidth;
    public static int OutputChannels => TGeometry.OutputChannels;
    public static int OutputHeight => TGeometry.OutputHeight;
    public static int OutputWidth => TGeometry.OutputWidth;
    public static int KernelHeight => TGeometry.KernelHeight;
    public static int KernelWidth => TGeometry.KernelWidth;
    public static int StrideHeight => TGeometry.StrideHeight;
    public static int StrideWidth => TGeometry.StrideWidth;
    public static int DilationHeight => TGeometry.DilationHeight;
    public static int DilationWidth => TGeometry.DilationWidth;
    public static int PaddingTop => TGeometry.PaddingTop;
    public static int PaddingLeft => TGeometry.PaddingLeft;
    public static int Groups => TGeometry.Groups;
}

/// <summary>The normalisation of a convolution's output.</summary>
internal readonly struct Normalized<TGeometry> : IBatchNormalization
    where TGeometry : struct, IConvolution
{
    public static int Channels => TGeometry.OutputChannels;
    public static int Points => TGeometry.OutputHeight * TGeometry.OutputWidth;
    public static float Epsilon => 1e-5f;
    public static bool ReLU => false;
}
