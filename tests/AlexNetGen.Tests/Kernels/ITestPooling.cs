using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>A pool of which only what is unusual need be written.</summary>
internal interface ITestPooling : IPooling
{
    static int IPooling.DilationHeight => 1;

    static int IPooling.DilationWidth => 1;

    static int IPooling.PaddingTop => 0;

    static int IPooling.PaddingLeft => 0;

    static int IPooling.PaddingBottom => 0;

    static int IPooling.PaddingRight => 0;

    static bool IPooling.CountIncludePad => false;
}
