using System.Globalization;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Writes where output lengths come from.</summary>
internal static class Formula
{
    /// <summary><c>(224 + 2*2 - 11) / 4 + 1 = 55.25</c></summary>
    public static string Of(Window window)
    {
        string padding = window.PaddingBefore == window.PaddingAfter
            ? $"2*{Number(window.PaddingBefore)}"
            : $"{Number(window.PaddingBefore)} + {Number(window.PaddingAfter)}";
        string reach = window.Dilation == 1 ? Number(window.Kernel) : $"({Number(window.Dilation)}*({Number(window.Kernel)} - 1) + 1)";
        return $"({Number(window.Input)} + {padding} - {reach}) / {Number(window.Stride)} + 1 = {window.Quotient}";
    }

    /// <summary><c>(224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55</c>, with what hangs over the edge where something does.</summary>
    public static string Of(Window window, long length)
    {
        string formula = Of(window);
        if (window.Quotient.IsWhole && window.Quotient.Whole == length)
        {
            return formula;
        }

        long overhang = window.Overhang(length);
        return formula + $" -> {Number(length)}" + (overhang > 0 ? $" (hanging {Number(overhang)} over the edge)" : string.Empty);
    }

    /// <summary>Both axes, said once where they are the same.</summary>
    public static string Of(Window height, Window width, Shape output) => height == width || output.IsSequence
        ? Of(width, output.Width)
        : $"height {Of(height, output.Height)}; width {Of(width, output.Width)}";

    /// <summary>SAME padding: <c>ceil(224 / 2) = 112, padding 0 + 1</c>.</summary>
    public static string OfSame(Window window, long length) =>
        $"ceil({Number(window.Input)} / {Number(window.Stride)}) = {Number(length)}, padding {Number(window.PaddingBefore)} + {Number(window.PaddingAfter)}";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>"1 row", "2 rows".</summary>
    public static string Counted(long count, string plural) => $"{Number(count)} {(count == 1 ? plural.TrimEnd('s') : plural)}";

    public static string Real(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>With thousands separators, for counts.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
