using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Harness;

/// <summary>What must hold of every source, however odd.</summary>
internal static class OddCode
{
    /// <summary>A partial member without its implementing part, which is what the generator adds.</summary>
    private static readonly string[] Unimplemented = ["CS8795", "CS9248", "CS9275"];

    /// <summary>Errors of C# itself, each a mistake that no generated code can mend.</summary>
    private static readonly HashSet<string> OfCSharp =
    [
        // Names: unknown, ambiguous, not an attribute, not accessible, declared twice, hiding the class's own.
        "CS0246", "CS0103", "CS0117", "CS0104", "CS0234", "CS0616", "CS0122", "CS0102", "CS0111", "CS0542", "CS0229", "CS0101", "CS0118", "CS0119",

        // Arguments of attributes: type, number, constant, unknown or repeated name, target, repetition.
        "CS0029", "CS0030", "CS0182", "CS0220", "CS0266", "CS0579", "CS0592", "CS0617", "CS0643", "CS0655", "CS1016", "CS1503", "CS1729", "CS1739", "CS1740",
        "CS1744", "CS7036", "CS0031", "CS0020", "CS0019", "CS0023", "CS0594", "CS1021", "CS8323", "CS1738", "CS0221", "CS1061", "CS0120", "CS7014",

        // Modifiers, partial members and types that do not go together.
        "CS0106", "CS0107", "CS0112", "CS0115", "CS0238", "CS0260", "CS0261", "CS0262", "CS0441", "CS0418", "CS0500", "CS0501", "CS0525", "CS0526", "CS0527",
        "CS0547", "CS0548", "CS0549", "CS0621", "CS0623", "CS0673", "CS0708", "CS0713", "CS0723", "CS0750", "CS0751", "CS0753", "CS0754", "CS0756", "CS0759", "CS0763", "CS0764",
        "CS0276", "CS0273", "CS0274", "CS0275", "CS0272", "CS1004", "CS1014", "CS1057", "CS8050", "CS8145", "CS8147", "CS8796", "CS8799", "CS8800", "CS8862", "CS9029", "CS9248", "CS8795",
        "CS9249", "CS9250", "CS9251", "CS9252", "CS9253", "CS9254", "CS9255", "CS9256", "CS9257", "CS0246", "CS0050", "CS0051", "CS0052", "CS0053", "CS0060", "CS0227", "CS0513", "CS0503", "CS0106",
    ];

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
        Diagnostic? foreign = compiled.Errors.FirstOrDefault(error => error.Id.StartsWith("CS", StringComparison.Ordinal) && !OfCSharp.Contains(error.Id));
        Assert.True(foreign is null, $"{label}: {foreign}\n{Text(compiled)}");
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
        return types.Length > 0
            && types.All(type => type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.FileKeyword))
            && types[0].AttributeLists.Any(list => list.Attributes.Any(attribute => attribute.Name.ToString().Contains("Network", StringComparison.Ordinal)));
    }

    private static string Text(Compiled compiled) => string.Join("\n", compiled.Input.SyntaxTrees.Select(tree => tree.ToString()));
}
