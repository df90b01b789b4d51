using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Incrementality;

/// <summary>What an edit recomputes: nothing that it does not concern.</summary>
public sealed class IncrementalityTests
{
    private const string First = """
        using AlexNetGen;
        namespace N;
        public class Before { }
        [Network(3, 8, 8), Parameters(112)]
        public sealed partial class Net
        {
            /// <summary>The first.</summary>
            [Conv2d(4, Kernel = 3, Weights = "a"), ReLU, Shape(4, 6, 6)] public static partial Layer A { get; }
            private static int Twice(int x) => 2 * x;
        }
        """;

    private const string Second = """
        using AlexNetGen;
        namespace N;
        [Network(16)]
        internal sealed partial class Other
        {
            [Linear(4)] public static partial Layer A { get; }
        }
        """;

    private const string Wrong = """
        using AlexNetGen;
        namespace N;
        [Network(3, 224, 224)]
        internal sealed partial class Wrong
        {
            [Conv2d(4, Kernel = 11, Stride = 4)] public static partial Layer A { get; }
        }
        """;

    /// <summary>Stands beside all others.</summary>
    private const string Part = """
        using AlexNetGen;
        namespace N;
        [Block(3, 8, 8)]
        internal static partial class Part
        {
            private const int Width = 4;
            private const bool Cuts = Width > 2;
            [Conv2d(2 * Width, Kernel = 3)] public static partial Layer Conv { get; }
            [When(Cuts), LeakyReLU] public static partial Layer Cut { get; }
        }
        """;

    private const string User = """
        using AlexNetGen;
        namespace N;
        [Network(3, 8, 8)]
        internal sealed partial class User
        {
            [Part(Width = 1)] public static partial Layer A { get; }
        }
        """;

    [Theory]
    [InlineData("an edit in the file before the network, so that positions shift", "public class Before { }", "public class Before { int _x; }\n\n\n// here")]
    [InlineData("an edit in the body of a method of the class", "=> 2 * x;", "=> x + x;")]
    [InlineData("blanks and comments in the declaration", "[Conv2d(4, Kernel = 3,", "[Conv2d(4,   /* rows and columns */ Kernel =\n 3,")]
    [InlineData("another member of the class", "private static int Twice", "private static int Thrice(int x) => 3 * x;\n    private static int Twice")]
    public void Leaves_everything_cached_after(string edit, string before, string after)
    {
        Assert.Contains(before, First, StringComparison.Ordinal);
        GeneratorRunResult result = Rerun([First, Second, Wrong], [First.Replace(before, after, StringComparison.Ordinal), Second, Wrong]);
        AllCached(result, edit);
    }

    [Fact]
    public void Leaves_everything_cached_after_an_edit_in_another_file() =>
        AllCached(Rerun([First, Second, Wrong, "class X { }"], [First, Second, Wrong, "class X { int _y; } class Z { }"]), "another file");

    [Fact]
    public void Leaves_everything_cached_when_nothing_is_edited() => AllCached(Rerun([First, Second, Wrong], [First, Second, Wrong]), "nothing");

    [Fact]
    public void Regenerates_the_edited_network_alone()
    {
        GeneratorRunResult result = Rerun([First, Second, Wrong], [First, Second.Replace("Linear(4)", "Linear(4), ReLU", StringComparison.Ordinal), Wrong]);

        Assert.Equal(["Modified"], Reasons(result, StepNames.CheckedNetwork).Where(reason => reason is not ("Cached" or "Unchanged")));
        Assert.Equal(2, Reasons(result, StepNames.CheckedNetwork).Count(reason => reason is "Cached" or "Unchanged"));
        string[] outputs = [.. result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason.ToString())];
        Assert.Equal(["Modified"], outputs.Where(reason => reason != "Cached"));
    }

    [Fact]
    public void Regenerates_the_shapes_when_one_is_new()
    {
        GeneratorRunResult result = Rerun([First, Second], [First, Second.Replace("Linear(4)", "Linear(5)", StringComparison.Ordinal)]);
        Assert.Equal(["Modified"], Reasons(result, StepNames.Shapes));
    }

    [Fact]
    public void Regenerates_what_uses_an_edited_block()
    {
        GeneratorRunResult result = Rerun([First, User], [First, User], Part.Replace("2 * Width", "3 * Width", StringComparison.Ordinal));
        Assert.Equal(["Modified"], Reasons(result, StepNames.Blocks));
        Assert.Equal(["Cached", "Modified"], Reasons(result, StepNames.Declaration).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Leaves_what_uses_a_block_cached_after_an_edit_of_its_blanks()
    {
        GeneratorRunResult result = Rerun([First, User], [First, User], Part.Replace("2 * Width", "2  *  Width /* twice */", StringComparison.Ordinal));
        AllCached(result, "blanks in a block");
    }

    [Fact]
    public void Every_step_is_tracked()
    {
        GeneratorRunResult result = Rerun([First], [First]);
        Assert.All(StepNames.All, name => Assert.True(result.TrackedSteps.ContainsKey(name), name));
    }

    [Fact]
    public void Nothing_of_the_compiler_is_kept()
    {
        GeneratorRunResult result = Rerun([First, Second, Wrong], [First, Second, Wrong]);
        foreach (string name in StepNames.All)
        {
            foreach (object value in result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Value))
            {
                Walk(value, name, []);
            }
        }
    }

    [Fact]
    public void Two_runs_give_the_same_bytes() =>
        Assert.Equal(Compiled.From(First, Second, Wrong).Generated.OrderBy(file => file.Key), Compiled.From(First, Second, Wrong).Generated.OrderBy(file => file.Key));

    [Fact]
    public void The_order_of_files_does_not_matter() =>
        Assert.Equal(Compiled.From(First, Second, Wrong).Generated.OrderBy(file => file.Key), Compiled.From(Wrong, Second, First).Generated.OrderBy(file => file.Key));

    private static GeneratorRunResult Rerun(string[] before, string[] after, string part = Part)
    {
        before = [.. before, Part];
        after = [.. after, part];
        CSharpCompilation first = Compiled.Compile("Tests", NullableContextOptions.Enable, before);
        GeneratorDriver driver = Compiled.NewDriver().RunGenerators(first);
        CSharpCompilation second = first;
        for (int i = 0; i < before.Length; i++)
        {
            SyntaxTree old = first.SyntaxTrees[i];
            second = second.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(after[i], Compiled.ParseOptions, old.FilePath));
        }

        return driver.RunGenerators(second).GetRunResult().Results.Single();
    }

    private static string[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason.ToString())];

    private static void AllCached(GeneratorRunResult result, string edit)
    {
        foreach (string name in StepNames.All)
        {
            Assert.All(Reasons(result, name), reason => Assert.True(reason is "Cached" or "Unchanged", $"{edit}: {name} is {reason}"));
        }

        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.True(output.Reason == IncrementalStepRunReason.Cached, $"{edit}: an output is {output.Reason}"));
    }

    /// <summary>As the tests of System.Text.Json's generator do.</summary>
    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value.GetType() is { IsPrimitive: true } || value is string or Type or Pointer || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or AttributeData or SemanticModel or SyntaxReference or Diagnostic, $"{path} holds a {value.GetType()}");
        if (value is IEnumerable items && value.GetType().GetProperty("IsDefault")?.GetValue(value) is not true)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
