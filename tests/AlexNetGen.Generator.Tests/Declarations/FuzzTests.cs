using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Tests.Declarations;

/// <summary>Valid declarations, mutilated: whatever is left, nothing throws and no error of C# is added.</summary>
public sealed class FuzzTests
{
    private const string Short = """
        using AlexNetGen;
        namespace N;
        [Network(3, 9, 9), Parameters(1010)]
        public sealed partial class Net
        {
            [Conv2d(4, Kernel = 3, Stride = 2, Weights = "a"), ReLU] public static partial Layer A { get; }
            [MaxPool2d(Kernel = 2)] public static partial Layer B { get; }
            [Flatten, Dropout(0.5), Linear(10)] public static partial Layer C { get; }
        }
        """;

    private const string Long = """
        using AlexNetGen;
        namespace N
        {
            public partial class Outer
            {
                /// <summary>A network.</summary>
                [Network(channels: 3, height: 16, width: 16, Dialect = Dialect.Caffe, Rounding = Rounding.Fit)]
                internal partial class Net : System.IEquatable<Net>
                {
                    private const int Size = 3;
                    /// <summary>The first, <see cref="B"/>.</summary>
                    [Conv2d(8, KernelHeight = Size, KernelWidth = 1, PaddingTop = 1, PaddingBottom = 1, Groups = 1, Bias = false), LocalResponseNorm(5, K = 2f)]
                    [Shape(8, 16, 16)] public static partial Layer A { get; }
                    [AvgPool2d(Kernel = 2, CountIncludePad = true, Rounding = Rounding.Floor), Parameters(0)] public static partial Layer B { get; }
                    [Conv2d(8, Kernel = 3, AutoPad = AutoPad.SameLower, Dilation = 2), Conv2d(4, Kernel = 1, Weights = "z")] internal static partial Layer @class { get; }
                    [AdaptiveAvgPool2d(2, 3), Flatten] static partial Layer D { get; }
                    [Linear(outputFeatures: 10, Bias = true), Softmax] public static partial Layer E { get; }
                    public bool Equals(Net? other) => ReferenceEquals(this, other);
                }
                partial class Other { static int Use() => Net.InputLength + Net.A.Name.Length; }
            }
        }
        """;

    private static readonly string[] Modifiers =
    [
        "static", "abstract", "sealed", "readonly", "unsafe", "new", "virtual", "override", "required", "extern", "async", "file", "const", "ref", "partial",
        "private", "protected", "record", "struct", "event", "delegate", "ref readonly", "params", "in", "scoped", "volatile", "?", "<T>", "[]", "(int x)", "@", "#", "\"", "{", "}", "//", "/*",
    ];

    [Fact]
    public void Truncated_at_every_character() =>
        Survives(Enumerable.Range(0, Short.Length).Select(length => Short[..length]));

    [Fact]
    public void Tokens_deleted() => Survives(Mutations(Long, 11, 90, (text, tokens, random) =>
    {
        foreach (SyntaxToken token in Enumerable.Range(0, random.Next(1, 4)).Select(_ => tokens[random.Next(tokens.Length)]).Distinct().OrderByDescending(token => token.SpanStart))
        {
            text = text.Remove(token.SpanStart, token.Span.Length);
        }

        return text;
    }));

    [Fact]
    public void Tokens_swapped() => Survives(Mutations(Long, 12, 90, (text, tokens, random) =>
    {
        int at = random.Next(tokens.Length - 1);
        int with = random.Next(2) == 0 ? at + 1 : random.Next(tokens.Length);
        (SyntaxToken first, SyntaxToken second) = at < with ? (tokens[at], tokens[with]) : (tokens[with], tokens[at]);
        return first == second ? text : text[..first.SpanStart] + second.Text + text[first.Span.End..second.SpanStart] + first.Text + text[second.Span.End..];
    }));

    [Fact]
    public void Lines_repeated_moved_and_dropped() => Survives(Mutations(Long, 13, 60, (text, _, random) =>
    {
        List<string> lines = [.. text.Split('\n')];
        string line = lines[random.Next(lines.Count)];
        if (random.Next(3) == 0)
        {
            lines.Remove(line);
        }

        lines.Insert(random.Next(lines.Count), line);
        return string.Join('\n', lines);
    }));

    [Fact]
    public void Odd_modifiers_inserted() => Survives(Mutations(Long, 14, 120, (text, tokens, random) =>
    {
        SyntaxToken[] places = [.. tokens.Where(token => token.IsKind(SyntaxKind.PublicKeyword) || token.IsKind(SyntaxKind.StaticKeyword) || token.IsKind(SyntaxKind.PartialKeyword)
            || token.IsKind(SyntaxKind.ClassKeyword) || token.IsKind(SyntaxKind.GetKeyword) || token.Text == "Layer" || random.Next(10) == 0)];
        return text.Insert(places[random.Next(places.Length)].SpanStart, Modifiers[random.Next(Modifiers.Length)] + " ");
    }));

    [Fact]
    public void Keywords_exchanged() => Survives(Mutations(Long, 15, 80, (text, tokens, random) =>
    {
        SyntaxToken[] keywords = [.. tokens.Where(token => SyntaxFacts.IsReservedKeyword(token.Kind()) || token.IsKind(SyntaxKind.PartialKeyword) || token.IsKind(SyntaxKind.GetKeyword))];
        SyntaxToken token = keywords[random.Next(keywords.Length)];
        return text[..token.SpanStart] + Modifiers[random.Next(Modifiers.Length)] + text[token.Span.End..];
    }));

    [Fact]
    public void Numbers_exchanged() => Survives(Mutations(Long, 16, 80, (text, tokens, random) =>
    {
        string[] numbers = ["0", "-1", "1", "2", "7", "64", "1000", "65536", "int.MaxValue", "int.MinValue", "2147483591", "null", "\"x\"", "1.5", "default", "'a'", "true", "99999999999", "nameof(A)", "(1, 2)", "[1]", "typeof(int)"];
        SyntaxToken[] literals = [.. tokens.Where(token => token.IsKind(SyntaxKind.NumericLiteralToken) || token.IsKind(SyntaxKind.TrueKeyword) || token.IsKind(SyntaxKind.StringLiteralToken) || token.Text == "Size")];
        SyntaxToken token = literals[random.Next(literals.Length)];
        return text[..token.SpanStart] + numbers[random.Next(numbers.Length)] + text[token.Span.End..];
    }));

    private static void Survives(IEnumerable<string> sources)
    {
        string[] failures = [.. sources.Distinct().AsParallel().Select(Failure).OfType<string>()];
        Assert.True(failures.Length == 0, string.Join("\n\n", failures));
    }

    private static string? Failure(string source)
    {
        try
        {
            OddCode.Check(Compiled.From(source), "variant");
            return null;
        }
        catch (Xunit.Sdk.XunitException failure)
        {
            return failure.Message;
        }
    }

    private static IEnumerable<string> Mutations(string source, int seed, int count, Func<string, SyntaxToken[], Random, string> mutate)
    {
        Random random = new(seed);
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source, Compiled.ParseOptions).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0)];
        return [.. Enumerable.Range(0, count).Select(_ => mutate(source, tokens, random))];
    }
}
