using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Harness;

/// <summary>One mistake gives one error, and nothing follows it.</summary>
internal static class Only
{
    /// <summary>The one thing reported: an error of the rule, with the given text under it.</summary>
    public static string Error(string id, string text, Compiled compiled)
    {
        Diagnostic error = Assert.Single(compiled.Diagnostics);
        Assert.Equal(id, error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, error.Descriptor.CustomTags);
        Assert.Equal(text, Declared.TextAt(error));
        return error.Message();
    }
}
