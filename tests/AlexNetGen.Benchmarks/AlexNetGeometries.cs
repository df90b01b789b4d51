using AlexNetGen.Kernels;

namespace AlexNetGen.Benchmarks;

// The geometries of torchvision's AlexNet, as generated code would write them.

internal readonly struct Conv1 : IConvolution
{
    public static int InputChannels => 3;
    public static int InputHeight => 224;
    public static int InputWidth => 224;
    public static int OutputChannels => 64;
    public static int OutputHeight => 55;
    public static int OutputWidth => 55;
    public static int KernelHeight => 11;
    public static int KernelWidth => 11;
    public static int StrideHeight => 4;
    public static int StrideWidth => 4;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 2;
    public static int ReachHeight => 227;
    public static int ReachWidth => 227;
    public static int Groups => 1;
    public static bool ReLU => true;
}

internal readonly struct Conv2 : IConvolution
{
    public static int InputChannels => 64;
    public static int InputHeight => 27;
    public static int InputWidth => 27;
    public static int OutputChannels => 192;
    public static int OutputHeight => 27;
    public static int OutputWidth => 27;
    public static int KernelHeight => 5;
    public static int KernelWidth => 5;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 2;
    public static int PaddingLeft => 2;
    public static int ReachHeight => 31;
    public static int ReachWidth => 31;
    public static int Groups => 1;
    public static bool ReLU => true;
}

internal readonly struct Conv3 : IConvolution
{
    public static int InputChannels => 192;
    public static int InputHeight => 13;
    public static int InputWidth => 13;
    public static int OutputChannels => 384;
    public static int OutputHeight => 13;
    public static int OutputWidth => 13;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int ReachHeight => 15;
    public static int ReachWidth => 15;
    public static int Groups => 1;
    public static bool ReLU => true;
}

internal readonly struct Conv4 : IConvolution
{
    public static int InputChannels => 384;
    public static int InputHeight => 13;
    public static int InputWidth => 13;
    public static int OutputChannels => 256;
    public static int OutputHeight => 13;
    public static int OutputWidth => 13;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int ReachHeight => 15;
    public static int ReachWidth => 15;
    public static int Groups => 1;
    public static bool ReLU => true;
}

internal readonly struct Conv5 : IConvolution
{
    public static int InputChannels => 256;
    public static int InputHeight => 13;
    public static int InputWidth => 13;
    public static int OutputChannels => 256;
    public static int OutputHeight => 13;
    public static int OutputWidth => 13;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 1;
    public static int StrideWidth => 1;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 1;
    public static int PaddingLeft => 1;
    public static int ReachHeight => 15;
    public static int ReachWidth => 15;
    public static int Groups => 1;
    public static bool ReLU => true;
}

internal readonly struct Pool1 : IPooling
{
    public static int Channels => 64;
    public static int InputHeight => 55;
    public static int InputWidth => 55;
    public static int OutputHeight => 27;
    public static int OutputWidth => 27;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 0;
    public static int PaddingLeft => 0;
    public static int PaddingBottom => 0;
    public static int PaddingRight => 0;
    public static bool CountIncludePad => false;
}

internal readonly struct Pool2 : IPooling
{
    public static int Channels => 192;
    public static int InputHeight => 27;
    public static int InputWidth => 27;
    public static int OutputHeight => 13;
    public static int OutputWidth => 13;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 0;
    public static int PaddingLeft => 0;
    public static int PaddingBottom => 0;
    public static int PaddingRight => 0;
    public static bool CountIncludePad => false;
}

internal readonly struct Pool5 : IPooling
{
    public static int Channels => 256;
    public static int InputHeight => 13;
    public static int InputWidth => 13;
    public static int OutputHeight => 6;
    public static int OutputWidth => 6;
    public static int KernelHeight => 3;
    public static int KernelWidth => 3;
    public static int StrideHeight => 2;
    public static int StrideWidth => 2;
    public static int DilationHeight => 1;
    public static int DilationWidth => 1;
    public static int PaddingTop => 0;
    public static int PaddingLeft => 0;
    public static int PaddingBottom => 0;
    public static int PaddingRight => 0;
    public static bool CountIncludePad => false;
}

internal readonly struct Fc6 : IFullyConnected
{
    public static int InputFeatures => 9216;
    public static int OutputFeatures => 4096;
    public static bool ReLU => true;
}

internal readonly struct Fc7 : IFullyConnected
{
    public static int InputFeatures => 4096;
    public static int OutputFeatures => 4096;
    public static bool ReLU => true;
}

internal readonly struct Fc8 : IFullyConnected
{
    public static int InputFeatures => 4096;
    public static int OutputFeatures => 1000;
    public static bool ReLU => false;
}

internal readonly struct Image : IShape
{
    public static int Rank => 3;
    public static int Channels => 3;
    public static int Height => 224;
    public static int Width => 224;
    public static int Length => 150528;
}

internal readonly struct Features : IShape
{
    public static int Rank => 3;
    public static int Channels => 256;
    public static int Height => 6;
    public static int Width => 6;
    public static int Length => 9216;
}
