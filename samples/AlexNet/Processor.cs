using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Samples;

/// <summary>The machine, as far as it matters to the times.</summary>
public static class Processor
{
    /// <summary>Its architecture and the widest vectors that the networks use on it, as in <c>X64 with AVX-512</c>.</summary>
    public static string Description => $"{RuntimeInformation.ProcessArchitecture} with {InstructionSet}";

    private static string InstructionSet =>
        Avx512F.IsSupported && Avx512DQ.IsSupported && Fma.IsSupported ? "AVX-512"
        : Avx2.IsSupported && Fma.IsSupported ? "AVX2 and FMA"
        : Sse2.IsSupported ? "SSE"
        : AdvSimd.IsSupported ? "AdvSimd"
        : "128-bit vectors in software";
}
