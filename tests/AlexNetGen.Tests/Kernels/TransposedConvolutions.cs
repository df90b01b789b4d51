using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>What most of the transposed convolutions below have in common.</summary>
internal interface ITransposedSample : ITransposedConvolution
{
    static int ITransposedConvolution.StrideHeight => 2;
    static int ITransposedConvolution.StrideWidth => 2;
    static int ITransposedConvolution.DilationHeight => 1;
    static int ITransposedConvolution.DilationWidth => 1;
    static int ITransposedConvolution.PaddingTop => 1;
    static int ITransposedConvolution.PaddingLeft => 1;
    static int ITransposedConvolution.Groups => 1;
    static int ITransposedConvolution.OutputStart => 0;
    static Activation ITransposedConvolution.Activation => Activation.None;
}

/// <summary>Rows: (4 - 1) * 2 - 2 * 1 + 2 * 2 + 1 = 9. Columns: (3 - 1) * 3 + 2 = 8. Two rows at a time; a row takes from three.</summary>
internal readonly struct TwoGroups : ITransposedSample
{
    public static int InputChannels => 6;
    public static int InputHeight => 4;
    public static int InputWidth => 3;
    public static int OutputChannels => 74;
    public static int OutputStep => 74;
    public static int OutputHeight => 9;
    public static int OutputWidth => 8;
    public static int KernelHeight => 3;
    public static int KernelWidth => 2;
    public static int StrideWidth => 3;
    public static int DilationHeight => 2;
    public static int PaddingLeft => 0;
    public static int Groups => 2;
    public static int RowsAtOnce => 2;
    public static int RowsKept => 4;
}

/// <summary>
/// Rows: (9 - 1) * 2 - 2 * 1 + 5 + 1 = 20, each from three at most, of which four are kept, and overwritten twice. Columns: (60 - 1) * 2 - 2 * 1 + 4 = 120.
/// </summary>
internal readonly struct OneRowAtOnce : ITransposedSample
{
    public static int InputChannels => 5;
    public static int InputHeight => 9;
    public static int InputWidth => 60;
    public static int OutputChannels => 7;
    public static int OutputStep => 7;
    public static int OutputHeight => 20;
    public static int OutputWidth => 120;
    public static int KernelHeight => 5;
    public static int KernelWidth => 4;
    public static int RowsAtOnce => 1;
    public static int RowsKept => 4;
}

/// <summary>Into some channels of a wider map, by vectors of four and more, with what follows. Rows and columns: (6 - 1) * 2 - 2 * 1 + 4 = 12.</summary>
internal readonly struct AmongOthers : ITransposedSample
{
    public static int InputChannels => 9;
    public static int InputHeight => 6;
    public static int InputWidth => 6;
    public static int OutputChannels => 83;
    public static int OutputStep => 100;
    public static int OutputStart => 11;
    public static int OutputHeight => 12;
    public static int OutputWidth => 12;
    public static int KernelHeight => 4;
    public static int KernelWidth => 4;
    public static int RowsAtOnce => 3;
    public static int RowsKept => 6;
    public static Activation Activation => Activation.ReLU6;
}

/// <summary>
/// Channels of which a vector holds those of several pixels. Three taps a row fall on an output at most.
/// Rows: (5 - 1) * 2 - 2 * 1 + 3 = 9. Columns: (9 - 1) * 3 - 2 * 2 + 7 + 1 = 28.
/// </summary>
internal readonly struct FewChannels<TChannels> : ITransposedSample
    where TChannels : struct, ICount
{
    public static int InputChannels => 4;
    public static int InputHeight => 5;
    public static int InputWidth => 9;
    public static int OutputChannels => TChannels.Value;
    public static int OutputStep => TChannels.Value;
    public static int OutputHeight => 9;
    public static int OutputWidth => 28;
    public static int KernelHeight => 3;
    public static int KernelWidth => 7;
    public static int StrideWidth => 3;
    public static int PaddingLeft => 2;
    public static int RowsAtOnce => 5;
    public static int RowsKept => 5;
    public static Activation Activation => Activation.ReLU6;
}

/// <summary>Nothing falls on every third row and column. Rows: (3 - 1) * 3 + 2 = 8, and one more. Columns: (4 - 1) * 3 + 2 = 11.</summary>
internal readonly struct Gaps : ITransposedSample
{
    public static int InputChannels => 3;
    public static int InputHeight => 3;
    public static int InputWidth => 4;
    public static int OutputChannels => 2;
    public static int OutputStep => 2;
    public static int OutputHeight => 9;
    public static int OutputWidth => 11;
    public static int KernelHeight => 2;
    public static int KernelWidth => 2;
    public static int StrideHeight => 3;
    public static int StrideWidth => 3;
    public static int PaddingTop => 0;
    public static int PaddingLeft => 0;
    public static int RowsAtOnce => 1;
    public static int RowsKept => 1;
    public static Activation Activation => Activation.Tanh;
}

/// <summary>Each channel by itself. Rows: (5 - 1) * 2 - 2 * 1 + 3 * 2 + 1 = 13. Columns: (40 - 1) * 2 - 2 * 1 + 4 = 80.</summary>
internal readonly struct EachChannel : ITransposedSample
{
    public static int InputChannels => 75;
    public static int InputHeight => 5;
    public static int InputWidth => 40;
    public static int OutputChannels => 75;
    public static int OutputStep => 75;
    public static int OutputHeight => 13;
    public static int OutputWidth => 80;
    public static int KernelHeight => 3;
    public static int KernelWidth => 4;
    public static int DilationHeight => 3;
    public static int Groups => 75;
    public static int RowsAtOnce => 5;
    public static int RowsKept => 0;
}

/// <summary>Twice as high and as wide: (32 - 1) * 2 + 2 = 64, (31 - 1) * 2 + 2 = 62.</summary>
internal readonly struct Doubling : ITransposedSample
{
    public static int InputChannels => 3;
    public static int InputHeight => 32;
    public static int InputWidth => 31;
    public static int OutputChannels => 5;
    public static int OutputStep => 5;
    public static int OutputHeight => 64;
    public static int OutputWidth => 62;
    public static int KernelHeight => 2;
    public static int KernelWidth => 2;
    public static int PaddingTop => 0;
    public static int PaddingLeft => 0;
    public static int RowsAtOnce => 16;
    public static int RowsKept => 16;
}
