using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Emission;

/// <summary>A valid network brings no warning, whatever the project's settings.</summary>
public sealed class WarningTests
{
    private const string Valid = """
        using AlexNetGen;

        namespace Tests;

        /// <summary>A network.</summary>
        [Network(3, 12, 12)]
        public sealed partial class Net
        {
            [Conv2d(4, Kernel = 3), ReLU, LocalResponseNorm(3), Conv2d(4, Kernel = 3, Bias = false, Weights = "b")] public static partial Layer A { get; }
            [MaxPool2d(Kernel = 2), AvgPool2d(Kernel = 2), AdaptiveAvgPool2d(3)] public static partial Layer B { get; }
            [Flatten, Dropout, Linear(10), Softmax] public static partial Layer C { get; }
        }
        """;

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void Under_every_nullable_context(NullableContextOptions nullable) =>
        Assert.Empty(Compiled.From(Compiled.Compile("Tests", nullable, Valid)).Diagnostics);

    [Theory]
    [InlineData(DocumentationMode.Diagnose)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.None)]
    public void Under_every_documentation_mode(DocumentationMode mode) =>
        Assert.Empty(Compiled.From(Compiled.Compile("Tests", NullableContextOptions.Enable, Compiled.ParseOptions.WithDocumentationMode(mode), Valid)).Diagnostics);

    // Partial properties are C# 13's.
    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Under_every_language_version_with_partial_properties(LanguageVersion version) =>
        Assert.Empty(Compiled.From(Compiled.Compile("Tests", NullableContextOptions.Enable, Compiled.ParseOptions.WithLanguageVersion(version), Valid)).Diagnostics);

    [Fact]
    public void With_the_highest_warning_level()
    {
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, Valid);
        compilation = compilation.WithOptions(compilation.Options.WithWarningLevel(9999).WithOverflowChecks(true).WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        Assert.Empty(Compiled.From(compilation).Diagnostics);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    public void With_other_line_ends(string end) => Assert.Empty(Compiled.From(Valid.Replace("\n", end, StringComparison.Ordinal)).Diagnostics);

    [Fact]
    public void With_line_ends_of_Windows_the_same_is_generated() =>
        Assert.Equal(Compiled.From(Valid).Generated, Compiled.From(Valid.Replace("\n", "\r\n", StringComparison.Ordinal)).Generated);

    [Fact]
    public void With_tabs_and_a_byte_order_mark() =>
        Assert.Empty(Compiled.From("\ufeff" + Valid.Replace("    ", "\t", StringComparison.Ordinal)).Diagnostics);

    [Fact]
    public void With_nullable_switched_off_and_on_within_the_file() =>
        Assert.Empty(Compiled.From("#nullable disable\n" + Valid.Replace("[MaxPool2d", "#nullable enable\n[MaxPool2d", StringComparison.Ordinal)).Diagnostics);

    [Theory]
    [InlineData("/// <summary>Text.</summary>")]
    [InlineData("/// <summary>See <see cref=\"B\"/>, <see cref=\"Net.Load(string)\"/> and <see langword=\"null\"/>.</summary>\n/// <remarks>More &lt;.</remarks>\n/// <example><code>\n/// a\n///     b &amp; c\n/// </code></example>")]
    [InlineData("/// <inheritdoc/>")]
    [InlineData("/// <inheritdoc cref=\"B\"/>")]
    [InlineData("/// <remarks>Only remarks.</remarks>")]
    [InlineData("/// Text without an element")]
    [InlineData("/** <summary>Text\n * on two lines.</summary> */")]
    [InlineData("/// <summary><![CDATA[ a < b && c ]]></summary>")]
    [InlineData("/// <summary>Один; 一 — \u00e9</summary>\n/// <value>The layer.</value>")]
    [InlineData("// no doc comment")]
    public void With_a_doc_comment(string comment) => Assert.Empty(Compiled.From(Documented(comment)).Diagnostics);

    [Theory]
    [InlineData("/// <summary>Not closed", "CS1570")]
    [InlineData("/// <summary>a & b</summary>", "CS1570")]
    [InlineData("/// <summary>a</wrong>", "CS1570")]
    [InlineData("/// <see cref=\"Nothing\"/>", "CS1574")]
    [InlineData("/// <see cref=\"!!\"/>", "CS1584 CS1658")]
    [InlineData("/// <param name=\"x\">No parameter.</param>", "CS1572")]
    [InlineData("/// <include file=\"nothing.xml\" path=\"//a\"/>", "CS1589")]
    [InlineData("/// <include/>", "CS1590")]
    public void A_wrong_doc_comment_is_said_to_be_wrong_where_it_stands_alone(string comment, string expected)
    {
        Compiled compiled = Compiled.From(Documented(comment));
        Assert.Equal(expected, string.Join(" ", compiled.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct().OrderBy(id => id, StringComparer.Ordinal)));
        Assert.All(compiled.Diagnostics, diagnostic => Assert.Equal("Source0.cs", diagnostic.Location.SourceTree!.FilePath));
    }

    [Fact]
    public void The_users_own_doc_comment_is_kept()
    {
        Compiled compiled = Compiled.From(Documented("/// <summary>The first of <see cref=\"Net\"/>.</summary>\n/// <remarks>Said by hand.</remarks>\n/// <example><code>\n/// if (a)\n/// {\n///     b();\n/// }\n/// </code></example>"));
        string documentation = compiled.Output.GetTypeByMetadataName("Tests.Net")!.GetMembers("A").Single().GetDocumentationCommentXml()!;
        Assert.Contains("The first of", documentation, StringComparison.Ordinal);
        string generated = compiled.Generated["Tests.Net.g.cs"];
        Assert.Contains("<summary>The first of <see cref=\"T:Tests.Net\" />.</summary>", generated, StringComparison.Ordinal);
        Assert.Contains("Said by hand.", generated, StringComparison.Ordinal);
        Assert.Contains("///     b();", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_two_assemblies_that_see_each_other()
    {
        CSharpCompilation library = Compiled.Compile("Library.One", NullableContextOptions.Enable, Internal("One"), "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Library.Two\")]");
        Compiled first = Compiled.From(library);
        Assert.Empty(first.Diagnostics);
        CSharpCompilation user = Compiled.Compile("Library.Two", NullableContextOptions.Enable, Internal("One"), Internal("Two"), """
            using AlexNetGen;
            internal static class Both
            {
                internal static void Run(System.ReadOnlySpan<float> x, System.Span<float> y) => Two.WithRandomWeights(1).Forward(
                    new ReadOnlyTensor<global::AlexNetGen.Shapes.Library_Two.Shape4>(x), new Tensor<global::AlexNetGen.Shapes.Library_Two.Shape4>(y));
            }
            """);
        user = user.RemoveSyntaxTrees(user.SyntaxTrees[0]).AddReferences(first.Output.ToMetadataReference());
        Assert.Empty(Compiled.From(user).Diagnostics);
    }

    private static string Internal(string name) => $"using AlexNetGen;\n[Network(4)] internal sealed partial class {name} {{ [Linear(4)] public static partial Layer A {{ get; }} }}";

    private static string Documented(string comment) => Valid.Replace("    [Conv2d(4, Kernel = 3), ReLU", comment + "\n    [Conv2d(4, Kernel = 3), ReLU", StringComparison.Ordinal);
}
