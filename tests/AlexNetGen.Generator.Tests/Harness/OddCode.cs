using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Harness;

/// <summary>What must hold of every source, however odd.</summary>
internal static class OddCode
{
    /// <summary>A partial member without its implementing part, which is what the generator adds.</summary>
    private static readonly string[] Unimplemented = ["CS8795", "CS9248", "CS9275"];

    /// <summary>Modifiers that no static member can have, whoever implements it.</summary>
    private static readonly string[] Unimplementable = ["abstract", "virtual", "override", "sealed"];

    /// <summary>Fails where the generator or the analyzer throws, or the generated code brings an error of C#.</summary>
    public static void Check(Compiled compiled, string label)
    {
        Exception? thrown = compiled.Driver.GetRunResult().Results.Single().Exception;
        Assert.True(thrown is null, $"{label}: the generator throws {thrown}");
        Diagnostic? crash = compiled.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id is "AD0001" or "CS8785");
        Assert.True(crash is null, $"{label}: {crash?.Message()}");
        if (compiled.Input.SyntaxTrees.Any(tree => tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)))
        {
            return;
        }

        Diagnostic[] added = [.. Added(compiled)];
        Assert.True(added.Length == 0, $"{label}: errors that C# does not report of the declaration itself:\n{string.Join("\n", added.Select(diagnostic => diagnostic.ToString()))}\n{Text(compiled)}");
    }

    /// <summary>The errors of C# that are not there without the generated code.</summary>
    private static IEnumerable<Diagnostic> Added(Compiled compiled)
    {
        ImmutableArray<Diagnostic> own = compiled.Input.GetDiagnostics();
        HashSet<(string, string, Location)> known = [.. own.Select(Key)];
        return compiled.Errors.Where(error => error.Id.StartsWith("CS", StringComparison.Ordinal)
            && (!known.Contains(Key(error)) || (Unimplemented.Contains(error.Id) && CouldBeImplemented(error))));
    }

    private static (string, string, Location) Key(Diagnostic diagnostic) => (diagnostic.Id, diagnostic.Message(), diagnostic.Location);

    /// <summary>Whether all types around a partial member are partial and none is of one file.</summary>
    private static bool CouldBeImplemented(Diagnostic error)
    {
        SyntaxNode? node = error.Location.SourceTree?.GetRoot().FindNode(error.Location.SourceSpan);
        Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax[] types =
            [.. node?.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>() ?? []];
        return types.Length > 0 && !Unimplementable.Any(modifier => node?.ToString().Contains(modifier, StringComparison.Ordinal) == true)
            && types.All(type => type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.FileKeyword))
            && types[0].AttributeLists.Any(list => list.Attributes.Any(attribute => attribute.Name.ToString().Contains("Network", StringComparison.Ordinal)));
    }

    private static string Text(Compiled compiled) => string.Join("\n", compiled.Input.SyntaxTrees.Select(tree => tree.ToString()));
}
