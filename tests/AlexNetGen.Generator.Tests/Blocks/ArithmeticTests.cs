using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Tests.Blocks;

/// <summary>An expression of a block's constants has the value that C# gives it.</summary>
public sealed class ArithmeticTests
{
    private const int Seed = 20_241_124;
    private const int Expressions = 2_000;

    private static readonly string[] Whole = ["N", "M", "1", "-2", "7", "L", "(int)F", "(int)D", "(int)L"];
    private static readonly string[] Real = ["F", "D", "0.5", "2.5f", "N", "(float)D", "(double)N"];
    private static readonly string[] Conditions = ["B", "true", "!B"];

    [Fact]
    public void Random_expressions()
    {
        Random random = new(Seed);
        string[] expressions = [.. Enumerable.Range(0, Expressions).Select(i => (i % 3) switch { 0 => Number(random, Whole, 4), 1 => Number(random, Real, 4), _ => Condition(random, 4) })];
        string source = $$"""
            static class Holder
            {
                const int N = 12, M = -5;
                const long L = 40L;
                const float F = 1.75f;
                const double D = -3.125;
                const bool B = true;
            {{string.Join("\n", expressions.Select((expression, i) => $"    static readonly object Y{i} = {expression};"))}}
            }
            """;
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, source);
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        SemanticModel model = compilation.GetSemanticModel(tree);
        INamedTypeSymbol holder = compilation.GetTypeByMetadataName("Holder")!;
        Dictionary<string, object?> values = holder.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToDictionary(field => field.Name, field => field.ConstantValue);
        int computed = 0;
        foreach (VariableDeclaratorSyntax declarator in tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(declarator => declarator.Identifier.Text[0] == 'Y'))
        {
            ExpressionSyntax expression = declarator.Initializer!.Value;
            Optional<object?> expected = model.GetConstantValue(expression);
            if (!expected.HasValue)
            {
                // It overflows or divides by zero, or C# has no such operator.
                continue;
            }

            ConstantExpression? read = new ConstantExpressionReader(model, holder, CancellationToken.None).Read(expression);
            Assert.True(read is not null, $"seed {Seed}: {expression} cannot be read");
            object? found = read.Evaluate(name => values[name]);
            Assert.True(Equals(expected.Value, found), $"seed {Seed}: {expression} is {expected.Value} ({expected.Value?.GetType().Name}) and not {found} ({found?.GetType().Name})");
            computed++;
        }

        Assert.True(computed > Expressions / 2, $"{computed} could be computed");
    }

    [Theory]
    [InlineData("N / (N - N)")]
    [InlineData("N % (N - N)")]
    [InlineData("N * 1000000 * 1000")]
    [InlineData("-(N * 1000000 * 178 + 11483648)")]
    public void What_cannot_be_computed_throws(string expression)
    {
        string source = $"static class Holder {{ const int N = 12; static readonly int Y = unchecked({expression}); }}";
        CSharpCompilation compilation = Compiled.Compile("Tests", NullableContextOptions.Enable, source);
        SemanticModel model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        ExpressionSyntax syntax = compilation.SyntaxTrees.Single().GetRoot().DescendantNodes().OfType<CheckedExpressionSyntax>().Single().Expression;
        ConstantExpression read = new ConstantExpressionReader(model, compilation.GetTypeByMetadataName("Holder"), CancellationToken.None).Read(syntax)!;

        // With 13 for N the last one still fits.
        Assert.ThrowsAny<ArithmeticException>(() => read.Evaluate(_ => expression.StartsWith('-') ? 13 : 12));
    }

    private static string Number(Random random, string[] leaves, int depth) => depth == 0 || random.Next(4) == 0
        ? leaves[random.Next(leaves.Length)]
        : random.Next(8) switch
        {
            0 => $"-{Parenthesized(Number(random, leaves, depth - 1))}",
            1 => $"({Condition(random, depth - 1)} ? {Number(random, leaves, depth - 1)} : {Number(random, leaves, depth - 1)})",
            _ => $"({Number(random, leaves, depth - 1)} {"+-*/%"[random.Next(5)]} {Number(random, leaves, depth - 1)})",
        };

    private static string Condition(Random random, int depth) => depth == 0 || random.Next(4) == 0
        ? Conditions[random.Next(Conditions.Length)]
        : random.Next(3) switch
        {
            0 => $"({Number(random, Whole, depth - 1)} {new[] { "<", "<=", ">", ">=", "==", "!=" }[random.Next(6)]} {Number(random, Real, depth - 1)})",
            1 => $"!({Condition(random, depth - 1)})",
            _ => $"({Condition(random, depth - 1)} {new[] { "&&", "||", "==", "!=", "&", "|", "^" }[random.Next(7)]} {Condition(random, depth - 1)})",
        };

    private static string Parenthesized(string expression) => $"({expression})";
}
