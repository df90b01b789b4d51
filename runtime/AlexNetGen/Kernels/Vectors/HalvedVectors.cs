using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>
/// Whether vectors of 512 bits are computed in two halves, which takes twice the time, while memory and caches answer as fast: as by
/// AMD's Zen 4, of family 19h. Where they are computed at once, weights are waited for sooner, and half a vector takes as long as
/// a whole one.
/// </summary>
internal static class HalvedVectors
{
    /// <summary>The switch of <see cref="AppContext"/> that decides in place of the processor, so that one machine tests both.</summary>
    public const string Switch = "AlexNetGen.HalvedVectors";

    private const int Family = 0x19;

    /// <summary>Whether vectors of 512 bits are.</summary>
    public static bool AreBits512 { get; } = AppContext.TryGetSwitch(Switch, out bool areHalved) ? areHalved : IsFamily();

    // CPUID: the vendor is in leaf 0, the family in leaf 1, where it is 15 and an extension.
    private static bool IsFamily()
    {
        if (!X86Base.IsSupported)
        {
            return false;
        }

        (_, int auth, int cAmd, int enti) = X86Base.CpuId(0, 0);
        int signature = X86Base.CpuId(1, 0).Eax;
        return (auth, enti, cAmd) == (0x68747541, 0x69746E65, 0x444D4163) && ((signature >> 8) & 0xF) + ((signature >> 20) & 0xFF) == Family;
    }
}
