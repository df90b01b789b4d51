using System.Globalization;
using AlexNetGen.Generator.Tests.Harness;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Random declarations with a mistake: each gives an error of ours, and none of C#'s; nothing throws. The same ones every time.</summary>
public sealed class IllegalNetworkTests
{
    private const int Together = 50;
    private const int Rounds = 20;
    private const int Seed = 1;

    [Fact]
    public void Each_of_a_thousand_gives_our_error_alone()
    {
        // ALEXNETGEN_SEED makes others.
        int first = int.TryParse(Environment.GetEnvironmentVariable("ALEXNETGEN_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int given) ? given : Seed;
        for (int round = 0; round < Rounds; round++)
        {
            // A seed given to CsCheck is that of the first sample alone.
            string seed = new PCG((uint)round, unchecked((ulong)first)).ToString();
            IllegalNetworks.Class.Array[Together].Sample(Check, seed: seed, iter: 1, threads: 1);
        }
    }

    private static void Check(string[] classes)
    {
        string[] sources = [.. classes.Select((text, i) => $"using AlexNetGen;\nnamespace N{i.ToString(CultureInfo.InvariantCulture)};\n{text}")];
        Compiled compiled = Compiled.From(sources);
        Assert.Null(compiled.Driver.GetRunResult().Results.Single().Exception);
        ILookup<string, Diagnostic> errors = compiled.Errors.ToLookup(error => error.Location.SourceTree?.FilePath ?? string.Empty);
        Diagnostic? foreign = compiled.Diagnostics.FirstOrDefault(error => error.Id is "AD0001" or "CS8785" || (error.Severity == DiagnosticSeverity.Error && !error.Id.StartsWith("ANG", StringComparison.Ordinal)));
        Assert.True(foreign is null, $"{foreign}\n{foreign?.Location.SourceTree}");
        string? accepted = compiled.Input.SyntaxTrees.FirstOrDefault(tree => !errors[tree.FilePath].Any())?.ToString();
        Assert.True(accepted is null, $"No error:\n{accepted}");
    }
}
