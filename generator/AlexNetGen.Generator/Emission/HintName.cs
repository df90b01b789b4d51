using System.Globalization;
using System.Text;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Emission;

/// <summary>The name of a network's generated file: its full name.</summary>
internal static class HintName
{
    /// <summary><c>Samples.AlexNet.g.cs</c>; a number is added where another network's name differs in case alone.</summary>
    public static string Of(string fullName, EquatableArray<string> clashes)
    {
        string name = Sanitize(fullName);
        return clashes.Contains(fullName) ? $"{name}.{StableHash(fullName)}.g.cs" : $"{name}.g.cs";
    }

    /// <summary>The full names that make the same file name, which Roslyn compares without case.</summary>
    public static EquatableArray<string> Clashes(IEnumerable<string> fullNames) => fullNames
        .Append(ShapesEmitter.FileName)
        .GroupBy(Sanitize, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static string Sanitize(string fullName)
    {
        StringBuilder name = new();
        foreach (char character in fullName.Replace("global::", string.Empty))
        {
            if (character is '.' or '_' || char.IsLetterOrDigit(character))
            {
                name.Append(character);
            }
            else if (character != '@')
            {
                name.Append('_').Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return name.ToString();
    }

    /// <summary>FNV-1a, the same in every run, unlike string.GetHashCode.</summary>
    private static string StableHash(string text)
    {
        uint hash = 2_166_136_261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16_777_619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
