namespace AlexNetGen.Samples.Tests.ShapeErrors;

/// <summary>The declarations of samples/ShapeErrors against the compiler and against their page.</summary>
public sealed class PageTests
{
    public static TheoryData<string> FileNames => [.. Declaration.All.Select(declaration => declaration.FileName)];

    [Fact]
    public void The_page_says_what_the_compiler_says()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ShapeErrors.md")).ReplaceLineEndings("\n");

        Assert.True(
            page == MarkdownPage.Text,
            "samples/ShapeErrors/README.md has drifted; write it anew with: dotnet run --project samples/ShapeErrors -- --page");
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void Each_declaration_gives_one_error_and_it_is_ours(string fileName)
    {
        Declaration declaration = Declaration.All.Single(declaration => declaration.FileName == fileName);

        CompileError error = Assert.Single(InMemoryCompiler.Errors(declaration));

        Assert.StartsWith("ANG", error.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void It_starts_with_the_paper_as_printed()
    {
        CompileError error = Assert.Single(InMemoryCompiler.Errors(Declaration.All[0]));

        Assert.Equal("ANG1001", error.Id);
        Assert.Equal("Stride = 4", error.Line.Substring(error.Column, error.Length));
        Assert.StartsWith("Conv1: (224 + 2*0 - 11) / 4 + 1 = 54.25, which is no number of rows and columns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cs231n_gives_four_and_a_half()
    {
        CompileError error = Assert.Single(InMemoryCompiler.Errors(Declaration.All[1]));

        Assert.Contains("(10 + 2*0 - 3) / 2 + 1 = 4.5,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_declaration_gives_no_error()
    {
        Declaration right = new("Right.cs", """
            using AlexNetGen;

            [Network(3, 227, 227)]
            public sealed partial class Right
            {
                [Conv2d(96, Kernel = 11, Stride = 4), ReLU, Shape(96, 55, 55), Parameters(34_944)] public static partial Layer Conv1 { get; }
            }
            """);

        Assert.Empty(InMemoryCompiler.Errors(right));
    }

    [Fact]
    public void The_numbers_of_the_files_are_without_gap() =>
        Assert.Equal(
            Enumerable.Range(1, Declaration.All.Count).Select(number => $"{number:00}"),
            Declaration.All.Select(declaration => declaration.FileName[..2]));
}
