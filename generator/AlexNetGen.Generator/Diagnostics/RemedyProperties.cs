using System.Collections.Immutable;
using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Diagnostics;

/// <summary>
/// How remedies travel from the analyzer to the code fixes: in a diagnostic's properties, a title and the edits of
/// each. An edit is <c>operation Padding = 2</c>, <c>operation Padding</c> (taken away) or <c>network Height = 227</c>.
/// </summary>
internal static class RemedyProperties
{
    private const string OnNetwork = "network";
    private const string OnOperation = "operation";

    public static void Write(IReadOnlyList<Remedy> remedies, ImmutableDictionary<string, string?>.Builder properties)
    {
        for (int i = 0; i < remedies.Count; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            properties["Title" + number] = remedies[i].Title;
            properties["Edits" + number] = string.Join("\n", remedies[i].Edits.Select(Write));
        }
    }

    public static IEnumerable<RemedyText> Read(ImmutableDictionary<string, string?> properties)
    {
        for (int i = 0; properties.TryGetValue("Title" + i.ToString(CultureInfo.InvariantCulture), out string? title); i++)
        {
            string edits = properties["Edits" + i.ToString(CultureInfo.InvariantCulture)] ?? string.Empty;
            yield return new RemedyText(title ?? string.Empty, edits.Split('\n').Select(Read).ToEquatableArray());
        }
    }

    private static string Write(Edit edit)
    {
        string target = edit.Place.Layer < 0 ? OnNetwork : OnOperation;
        return edit.Value is null
            ? $"{target} {edit.Argument}"
            : $"{target} {edit.Argument} = {ArgumentText.Value(new Argument(edit.Argument, edit.Value, IsPositional: false))}";
    }

    private static EditText Read(string text)
    {
        string[] parts = text.Split(' ');
        return new EditText(parts[0] == OnNetwork, parts[1], parts.Length > 3 ? parts[3] : null);
    }
}

/// <summary>A remedy as the code fixes see it.</summary>
internal sealed record RemedyText(string Title, EquatableArray<EditText> Edits);

/// <summary>An edit as the code fixes see it; a null value takes the argument away.</summary>
internal sealed record EditText(bool OnNetwork, string Argument, string? Value);
