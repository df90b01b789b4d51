using System.Globalization;

namespace AlexNetGen.Generator.Planning;

/// <summary>Numbers as C# source.</summary>
internal static class Literal
{
    /// <summary>Digits in groups of three: <c>193_600</c>; four digits stay together.</summary>
    public static string Of(long value) => value is > -10_000 and < 10_000
        ? value.ToString(CultureInfo.InvariantCulture)
        : value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_');
}
