using System.Collections.Immutable;
using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Diagnostics;

/// <summary>
/// How remedies travel from the analyzer to the code fixes: in a diagnostic's properties, a kind, a title and the edits
/// of each. An edit is <c>operation Padding = 2</c>, <c>operation Padding</c> (taken away), <c>network Height = 227</c>
/// or <c>assertion Dimensions = 64, 55, 55</c>.
/// </summary>
internal static class RemedyProperties
{
    private static readonly char[] Space = [' '];

    public static void Write(IReadOnlyList<Remedy> remedies, ImmutableDictionary<string, string?>.Builder properties)
    {
        for (int i = 0; i < remedies.Count; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            properties["Title" + number] = remedies[i].Title;
            properties["Kind" + number] = remedies[i].Kind;
            properties["Before" + number] = remedies[i].Before;
            properties["Edits" + number] = string.Join("\n", remedies[i].Edits.Select(Write));
        }
    }

    public static IEnumerable<RemedyText> Read(ImmutableDictionary<string, string?> properties)
    {
        for (int i = 0; properties.TryGetValue("Title" + i.ToString(CultureInfo.InvariantCulture), out string? title); i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            string edits = properties["Edits" + number] ?? string.Empty;
            yield return new RemedyText(
                properties["Kind" + number] ?? string.Empty,
                title ?? string.Empty,
                edits.Length == 0 ? [] : edits.Split('\n').Select(Read).ToEquatableArray(),
                properties["Before" + number]);
        }
    }

    private static string Write(Edit edit)
    {
        EditTarget target = edit.Place.Operation < 0 ? EditTarget.Assertion : edit.Place.Layer < 0 ? EditTarget.Network : EditTarget.Operation;
        string word = Word(target);
        return edit.Value is null
            ? $"{word} {edit.Argument}"
            : $"{word} {edit.Argument} = {ArgumentText.Value(new Argument(edit.Argument, edit.Value, IsPositional: false))}";
    }

    private static EditText Read(string text)
    {
        string[] parts = text.Split(Space, 4);
        EditTarget target = parts[0] == Word(EditTarget.Network) ? EditTarget.Network
            : parts[0] == Word(EditTarget.Assertion) ? EditTarget.Assertion
            : EditTarget.Operation;
        return new EditText(target, parts[1], parts.Length > 3 ? parts[3] : null);
    }

    private static string Word(EditTarget target) => target switch
    {
        EditTarget.Network => "network",
        EditTarget.Assertion => "assertion",
        _ => "operation",
    };
}

/// <summary>The attribute that an edit changes.</summary>
internal enum EditTarget
{
    /// <summary>The operation that the diagnostic stands at.</summary>
    Operation,

    /// <summary>The <c>[Network]</c> of the class.</summary>
    Network,

    /// <summary>The <c>[Shape]</c> or <c>[Parameters]</c> that the diagnostic stands at.</summary>
    Assertion,
}

/// <summary>A remedy as the code fixes see it.</summary>
internal sealed record RemedyText(string Kind, string Title, EquatableArray<EditText> Edits, string? Before);

/// <summary>An edit as the code fixes see it; a null value takes the argument away.</summary>
internal sealed record EditText(EditTarget Target, string Argument, string? Value);
