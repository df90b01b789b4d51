using AlexNetGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG1002: the output length is no whole number, but rounding down drops only padding, or skips rows by design.</summary>
public sealed class DroppedPaddingTests
{
    // (224 + 4 - 11) / 4 + 1 = 55.25; 217 mod 4 = 1 <= 2 rows of padding below.
    [Fact]
    public void Only_padding_is_dropped()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 224, 224", "Conv1: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2)").Diagnostics);

        Assert.Equal("ANG1002", note.Id);
        Assert.Equal(DiagnosticSeverity.Info, note.Severity);
        Assert.Equal("Stride = 4", Declared.TextAt(note));
        Assert.Equal("Conv1: (224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55: rounding down drops padding only; every row and column of the input is read.", note.Message());
    }

    [Fact]
    public void Of_a_sequence() => Assert.Equal(
        "Conv1: (224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55: rounding down drops padding only; every position of the input is read.",
        Assert.Single(Declared.Compile("3, 224", "Conv1: Conv1d(64, Kernel = 11, Stride = 4, Padding = 2)").Diagnostics).Message());

    // (56 - 1) / 2 + 1 = 28.5: the dropped window would begin at 56, past the last row.
    [Fact]
    public void Rows_are_skipped_everywhere_by_design()
    {
        Diagnostic note = Assert.Single(Declared.Compile("64, 56, 56", "Down: Conv2d(128, Kernel = 1, Stride = 2)").Diagnostics);

        Assert.Equal("ANG1002", note.Id);
        Assert.Contains("28.5 -> 28", note.Message(), StringComparison.Ordinal);
        Assert.Contains("the stride skips rows everywhere by design", note.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_lengths_are_not_noted() =>
        Assert.Empty(Declared.Compile("3, 227, 227", "Conv1: Conv2d(64, Kernel = 11, Stride = 4)").Diagnostics);

    [Theory]
    [InlineData("Rounding = Rounding.Floor")]
    [InlineData("Rounding = Rounding.Ceil")]
    public void A_written_rounding_needs_no_note(string rounding) =>
        Assert.Empty(Declared.Compile("3, 224, 224", $"Conv1: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2, {rounding})").Diagnostics);

    [Fact]
    public void Exact_makes_it_an_error()
    {
        string message = Only.Error("ANG1001", "Stride = 4", Declared.Compile("3, 224, 224", "Conv1: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2, Rounding = Rounding.Exact)"));
        Assert.Contains("55.25", message, StringComparison.Ordinal);
        Assert.Contains("would lose no row", message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_configurable() => Assert.DoesNotContain(
        WellKnownDiagnosticTags.NotConfigurable,
        Generator.Diagnostics.Rules.Find("ANG1002").CustomTags);

    // Where no stride is written a pool steps by its kernel: (9 + 2 - 2) / 2 + 1 = 5.5, the rest of 1 is the padding below.
    [Fact]
    public void Without_a_stride_it_stands_at_the_kernel()
    {
        Diagnostic note = Assert.Single(Declared.Compile("3, 9, 9", "Pool: MaxPool2d(Kernel = 2, Padding = 1)").Diagnostics);
        Assert.Equal(("ANG1002", "Kernel = 2"), (note.Id, Declared.TextAt(note)));
    }
}
