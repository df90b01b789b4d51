using System.Globalization;
using System.IO.Compression;
using AlexNetGen.Generator.Checking;
using DeclaredDialect = AlexNetGen.Generator.Declarations.Dialect;
using DeclaredRounding = AlexNetGen.Generator.Declarations.Rounding;

namespace AlexNetGen.Generator.Tests.Checking;

/// <summary>Output lengths and lost rows against 25,000 windows that PyTorch computed (tests/goldens/make_windows.py).</summary>
public sealed class WindowGoldenTests
{
    [Fact]
    public void Every_length_is_PyTorchs()
    {
        int compared = 0;
        foreach (Row row in Rows().Where(row => row.Length > 0))
        {
            WindowRule rule = new(row.Ceil ? DeclaredRounding.Ceil : DeclaredRounding.Floor, true, DeclaredDialect.PyTorch, row.IsPool);
            Assert.True(rule.Length(row.Window) == row.Length, $"{row}: {rule.Length(row.Window)}");
            compared++;
        }

        Assert.InRange(compared, 20_000, 25_000);
    }

    [Fact]
    public void Where_PyTorch_refuses_there_is_no_whole_window_or_a_pool_is_padded_too_far()
    {
        foreach (Row row in Rows().Where(row => row.Length == 0))
        {
            WindowRule rule = new(row.Ceil ? DeclaredRounding.Ceil : DeclaredRounding.Floor, true, DeclaredDialect.PyTorch, row.IsPool);
            Assert.True(
                rule.Length(row.Window) < 1 || row.Window.Reach > row.Window.Padded || (row.IsPool && row.Window.PaddingBefore > row.Window.Kernel / 2),
                row.ToString());
        }
    }

    [Fact]
    public void Lost_rows_are_those_that_a_simulation_counts()
    {
        int lost = 0;
        foreach (Row row in Rows().Where(row => row.Window.Reach <= row.Window.Padded))
        {
            Assert.True(row.Window.Lost == row.Lost, $"{row}: {row.Window.Lost}");
            Assert.Equal(row.Lost > 0, row.Window.Fit == WindowFit.RowsLost);
            lost += row.Lost > 0 ? 1 : 0;
        }

        Assert.True(lost > 1000);
    }

    private static IEnumerable<Row> Rows()
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "goldens", "windows.csv.gz")), CompressionMode.Decompress));
        Assert.Equal("kind,in,k,s,p,d,ceil,out,lost", reader.ReadLine());
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split(',');
            int[] n = [.. fields.Skip(1).Select(field => int.Parse(field, CultureInfo.InvariantCulture))];
            yield return new Row(fields[0] != "conv", new Window(n[0], n[3], n[3], n[1], n[2], n[4]), n[5] == 1, n[6], n[7]);
        }
    }

    private sealed record Row(bool IsPool, Window Window, bool Ceil, int Length, int Lost);
}
