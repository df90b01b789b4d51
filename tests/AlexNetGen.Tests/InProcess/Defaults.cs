using Xunit.Abstractions;

namespace AlexNetGen.Tests.InProcess;

/// <summary>No option is set: xunit's own defaults hold.</summary>
internal sealed class Defaults : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    public TValue? GetValue<TValue>(string name) => default;

    public void SetValue<TValue>(string name, TValue value)
    {
    }
}
