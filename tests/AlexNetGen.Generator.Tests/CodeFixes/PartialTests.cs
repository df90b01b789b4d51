using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.CodeFixes;

/// <summary>ANG2001: the class and the types around it become partial.</summary>
public sealed class PartialTests : FixTest
{
    [Fact]
    public async Task The_class()
    {
        string source = Declared.Network("3, 8, 8", "Out: ReLU");

        Assert.Equal(source, await Fix(source.Replace("sealed partial class", "sealed class", StringComparison.Ordinal), "ANG2001", "Make Net partial"));
    }

    [Fact]
    public async Task The_types_around_it()
    {
        const string Source = """
            using AlexNetGen;

            internal readonly partial struct Models
            {
                partial class Small
                {
                    [Network(3, 8, 8)]
                    partial class Net
                    {
                        [ReLU] public static partial Layer Out { get; }
                    }
                }
            }
            """;
        string closed = Source.Replace("readonly partial struct", "readonly struct", StringComparison.Ordinal)
            .Replace("partial class Net", "class Net", StringComparison.Ordinal);

        Assert.Equal(Source, await Fix(closed, "ANG2001", "Make Models and Net partial"));
    }

    [Theory]
    [InlineData("public static class Net")]
    [InlineData("public abstract class Net")]
    [InlineData("public sealed class Net<T>")]
    [InlineData("public sealed record Net")]
    [InlineData("public struct Net")]
    [InlineData("file sealed class Net")]
    public async Task Where_partial_is_not_enough_there_is_no_fix(string head)
    {
        string source = Declared.Network("3, 8, 8", "Out: ReLU").Replace("public sealed partial class Net", head, StringComparison.Ordinal);

        Assert.Empty(await Fixed.Open(source).Offers("ANG2001"));
    }
}
