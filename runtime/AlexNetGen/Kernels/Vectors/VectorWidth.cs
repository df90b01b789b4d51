using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>The widths of vector that the kernels are compiled for; the values are floats per vector.</summary>
internal enum VectorWidth
{
    /// <summary>One float: for maps with fewer channels than the narrowest vector.</summary>
    Scalar = 1,

    /// <summary>Arm AdvSimd, x86 SSE, and the fallback of every other machine.</summary>
    Bits128 = 4,

    /// <summary>x86 AVX2 with FMA.</summary>
    Bits256 = 8,

    /// <summary>x86 AVX-512.</summary>
    Bits512 = 16,
}

/// <summary>Which vector widths this machine has.</summary>
internal static class VectorWidths
{
    /// <summary>
    /// The widest vectors of the machine. Asks for the instruction sets themselves: Vector512.IsHardwareAccelerated
    /// is false on processors where 512-bit code is merely not preferred.
    /// </summary>
    public static VectorWidth Widest =>
        IsSupported(VectorWidth.Bits512) ? VectorWidth.Bits512
        : IsSupported(VectorWidth.Bits256) ? VectorWidth.Bits256
        : VectorWidth.Bits128;

    /// <summary>Whether the machine runs vectors of this width in hardware, or the width is the common fallback.</summary>
    public static bool IsSupported(VectorWidth width) => width switch
    {
        VectorWidth.Bits512 => Avx512F.IsSupported && Avx512DQ.IsSupported && Fma.IsSupported,
        VectorWidth.Bits256 => Avx2.IsSupported && Fma.IsSupported,
        _ => true,
    };

    /// <summary>Whether the processor computes vectors of this width in two halves (<see cref="HalvedVectors"/>).</summary>
    public static bool AreHalved(VectorWidth width) => width == VectorWidth.Bits512 && HalvedVectors.AreBits512;

    /// <summary>The widest vectors, no wider than <paramref name="widest"/>, of which one fits into this many channels.</summary>
    public static VectorWidth Fitting(int channels, VectorWidth widest)
    {
        VectorWidth width = widest;
        while ((int)width > channels)
        {
            width = width == VectorWidth.Bits128 ? VectorWidth.Scalar : (VectorWidth)((int)width / 2);
        }

        return width;
    }

    /// <summary>The narrowest vectors, no wider than <paramref name="widest"/>, of which one holds this many channels; else the widest.</summary>
    public static VectorWidth Holding(int channels, VectorWidth widest)
    {
        VectorWidth width = VectorWidth.Bits128;
        while (width < widest && (int)width < channels)
        {
            width = (VectorWidth)((int)width * 2);
        }

        return width;
    }
}
