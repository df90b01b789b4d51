using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Handwritten odd declarations: which errors they give, in order, and that no other error follows.</summary>
public sealed class OddDeclarationTests
{
    public static TheoryData<string> Names => [.. OddDeclarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_exactly_the_errors_listed(string name)
    {
        OddDeclaration odd = OddDeclarations.All[name];
        Compiled compiled = Compiled.From(odd.Sources);

        OddCode.Check(compiled, name);
        Assert.Equal(odd.Expected, string.Join(" ", compiled.Errors.Select(error => error.Id).Distinct().OrderBy(id => id, StringComparer.Ordinal)));
        if (odd.Expected.Length == 0)
        {
            Assert.DoesNotContain(compiled.Diagnostics,
                diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)
                    && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree!.FilePath.StartsWith("Source", StringComparison.Ordinal)));
        }
    }
}
