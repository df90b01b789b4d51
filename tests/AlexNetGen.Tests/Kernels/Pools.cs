namespace AlexNetGen.Tests.Kernels;

/// <summary>3x3 with stride 2, no padding.</summary>
internal readonly struct AlexNetPool : ITestPooling
{
    public static int Channels => 16;
    public static int InputHeight => 13;
    public static int InputWidth => 13;
    public static int OutputHeight => 6;
    public static int OutputWidth => 6;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
}

/// <summary>Padding on all sides, channels not a whole number of vectors.</summary>
internal readonly struct ResNetPool : ITestPooling
{
    public static int Channels => 20;
    public static int InputHeight => 9;
    public static int InputWidth => 8;
    public static int OutputHeight => 5;
    public static int OutputWidth => 4;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 1;
    public static int PaddingRight => 1;
}

/// <summary>Nothing square, fewer channels than a vector, counts padding.</summary>
internal readonly struct UnequalPool : ITestPooling
{
    public static int Channels => 3;
    public static int InputHeight => 8;
    public static int InputWidth => 11;
    public static int OutputHeight => 4;
    public static int OutputWidth => 4;
    public static int KernelHeight => 2;
    public static int KernelWidth => 4;
    public static int StrideHeight => 2;
    public static int StrideWidth => 3;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 2;
    public static int PaddingBottom => 0;
    public static int PaddingRight => 1;
    public static bool CountIncludePad => true;
}

/// <summary>The last window hangs past the padded edge; counts padding.</summary>
internal readonly struct CeilPool : ITestPooling
{
    public static int Channels => 5;
    public static int InputHeight => 6;
    public static int InputWidth => 6;
    public static int OutputHeight => 4;
    public static int OutputWidth => 4;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 1;
    public static int PaddingRight => 1;
    public static bool CountIncludePad => true;
}

/// <summary>The same without padding in the divisor.</summary>
internal readonly struct CeilPoolWithoutPadding : ITestPooling
{
    public static int Channels => 33;
    public static int InputHeight => 6;
    public static int InputWidth => 6;
    public static int OutputHeight => 4;
    public static int OutputWidth => 4;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 1;
    public static int PaddingRight => 1;
}

/// <summary>The last window begins past the input: two rows, kernel 1, stride 2 and, by Caffe's rule, two outputs.</summary>
internal readonly struct OutsidePool : ITestPooling
{
    public static int Channels => 5;
    public static int InputHeight => 2;
    public static int InputWidth => 2;
    public static int OutputHeight => 2;
    public static int OutputWidth => 2;
    public static int KernelHeight => 1;
    public static int KernelWidth => 1;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
}

/// <summary>Dilations unequal.</summary>
internal readonly struct DilatedPool : ITestPooling
{
    public static int Channels => 17;
    public static int InputHeight => 9;
    public static int InputWidth => 10;
    public static int OutputHeight => 5;
    public static int OutputWidth => 6;
    public static int KernelHeight => 3;
    public static int KernelWidth => 2;
    public static int StrideHeight => 1;
    public static int StrideWidth => 2;
    public static int DilationHeight => 3;
    public static int DilationWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 1;
    public static int PaddingRight => 1;
}

/// <summary>So large that threads share its rows.</summary>
internal readonly struct LargePool : ITestPooling
{
    public static int Channels => 40;
    public static int InputHeight => 21;
    public static int InputWidth => 23;
    public static int OutputHeight => 10;
    public static int OutputWidth => 11;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
}

/// <summary>Windows of neighbouring columns that share most of them, in a padded square; counts padding.</summary>
internal readonly struct SharingPool : ITestPooling
{
    public static int Channels => 37;
    public static int InputHeight => 6;
    public static int InputWidth => 9;
    public static int OutputHeight => 6;
    public static int OutputWidth => 9;
    public static int KernelHeight => 5;
    public static int KernelWidth => 5;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 2;
    public static int PaddingBottom => 2;
    public static int PaddingRight => 2;
    public static bool CountIncludePad => true;
}

/// <summary>The same with a map smaller than a window, and without padding in the divisor.</summary>
internal readonly struct SharingPoolOfSmallMap : ITestPooling
{
    public static int Channels => 16;
    public static int InputHeight => 2;
    public static int InputWidth => 3;
    public static int OutputHeight => 2;
    public static int OutputWidth => 3;
    public static int KernelHeight => 5;
    public static int KernelWidth => 5;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 2;
    public static int PaddingBottom => 2;
    public static int PaddingRight => 2;
}

/// <summary>Columns are shared in strides, nothing is square, and the last windows hang past the padded edge; counts padding.</summary>
internal readonly struct StridedSharingPool : ITestPooling
{
    public static int Channels => 70;
    public static int InputHeight => 7;
    public static int InputWidth => 10;
    public static int OutputHeight => 3;
    public static int OutputWidth => 5;
    public static int KernelHeight => 2;
    public static int KernelWidth => 4;
    public static int StrideHeight => 3;
    public static int StrideWidth => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 0;
    public static int PaddingRight => 0;
    public static bool CountIncludePad => true;
}

/// <summary>Columns are shared whose taps lie apart.</summary>
internal readonly struct DilatedSharingPool : ITestPooling
{
    public static int Channels => 7;
    public static int InputHeight => 9;
    public static int InputWidth => 6;
    public static int OutputHeight => 7;
    public static int OutputWidth => 6;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int DilationHeight => 2;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int PaddingBottom => 1;
    public static int PaddingRight => 1;
}

/// <summary>The first row, and the first column, of windows holds nothing but padding.</summary>
internal readonly struct EmptySharingPool : ITestPooling
{
    public static int Channels => 3;
    public static int InputHeight => 3;
    public static int InputWidth => 4;
    public static int OutputHeight => 4;
    public static int OutputWidth => 5;
    public static int KernelHeight => 2;
    public static int KernelWidth => 2;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 2;
}
