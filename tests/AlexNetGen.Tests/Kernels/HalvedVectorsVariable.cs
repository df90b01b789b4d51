using System.Runtime.CompilerServices;
using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Lets a variable of the environment decide whether vectors are computed in halves, before any kernel asks.</summary>
internal static class HalvedVectorsVariable
{
    private const string Name = "ALEXNETGEN_HALVED_VECTORS";

    /// <summary>What the variable says; null where it is not set.</summary>
    public static bool? Value => Environment.GetEnvironmentVariable(Name) is { } value ? bool.Parse(value) : null;

    [ModuleInitializer]
    internal static void Set()
    {
        if (Value is { } value)
        {
            AppContext.SetSwitch(HalvedVectors.Switch, value);
        }
    }
}
