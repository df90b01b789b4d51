using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Benchmarks;

/// <summary>What a measurement was made on.</summary>
internal static class Machine
{
    /// <summary>The processor, the instruction set in use, and the runtime.</summary>
    public static string Describe() => $"{Processor()}, {InstructionSet()}, {RuntimeInformation.FrameworkDescription}";

    public static string InstructionSet() =>
        Avx512F.IsSupported ? "AVX-512"
        : Avx2.IsSupported && Fma.IsSupported ? "AVX2 + FMA"
        : AdvSimd.IsSupported ? "AdvSimd"
        : "128 bits";

    // Model names of virtual machines are often cut short; family and model tell generations apart.
    private static string Processor()
    {
        const string Path = "/proc/cpuinfo";
        if (!File.Exists(Path))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        string[] lines = File.ReadAllLines(Path);
        string Value(string key) =>
            lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "unknown";
        return $"{Value("model name")} (family {Value("cpu family")}, model {Value("model\t")})";
    }
}
