using System.Collections.Immutable;
using System.Globalization;
using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Diagnostics;

/// <summary>
/// How remedies travel from the analyzer to the code fixes: in a diagnostic's properties, a kind, a title and the edits
/// of each. An edit is a target, a verb and what it takes: <c>operation set Padding = 2</c>, <c>operation unset Padding</c>,
/// <c>operation:Pool1:0 set Rounding = Rounding.Ceil</c> for another than the one that the diagnostic stands at,
/// <c>operation insert Flatten</c>, <c>operation remove</c>, <c>operation swap</c> (with the next), <c>network set Height = 227</c>
/// or <c>assertion set Dimensions = 64, 55, 55</c>.
/// </summary>
internal static class RemedyProperties
{
    private static readonly char[] Space = [' '];
    private static readonly char[] Colon = [':'];

    public static void Write(IReadOnlyList<Remedy> remedies, Place problem, NetworkDeclaration declaration, ImmutableDictionary<string, string?>.Builder properties)
    {
        for (int i = 0; i < remedies.Count; i++)
        {
            Remedy remedy = remedies[i];
            string number = i.ToString(CultureInfo.InvariantCulture);
            properties["Title" + number] = remedy.Title;
            properties["Kind" + number] = remedy.Kind;
            properties["Edits" + number] = string.Join("\n", remedy.Edits.Select(edit => $"{Target(edit.Place, problem, declaration)} {Verb(edit)}"));
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
                edits.Length == 0 ? [] : edits.Split('\n').Select(Read).ToEquatableArray());
        }
    }

    private static string Target(Place place, Place problem, NetworkDeclaration declaration) =>
        place.Operation < 0 ? "assertion"
        : place.Layer < 0 ? "network"
        : (place.Layer, place.Operation) == (problem.Layer, problem.Operation) ? "operation"
        : $"operation:{declaration.Layers[place.Layer].Name}:{Formula.Number(place.Operation)}";

    private static string Verb(Edit edit) => edit.Kind switch
    {
        EditKind.Insert => $"insert {edit.Argument}",
        EditKind.Remove => "remove",
        EditKind.Swap => "swap",
        _ when edit.Value is null => $"unset {edit.Argument}",
        _ => $"set {edit.Argument} = {ArgumentText.Value(new Argument(edit.Argument, edit.Value, IsPositional: false))}",
    };

    private static EditText Read(string text)
    {
        string[] parts = text.Split(Space, 5);
        string[] target = parts[0].Split(Colon);
        return new EditText(
            target[0] == "network" ? EditTarget.Network : target[0] == "assertion" ? EditTarget.Assertion : EditTarget.Operation,
            target.Length < 3 ? null : new OperationName(target[1], int.Parse(target[2], CultureInfo.InvariantCulture)),
            parts[1] switch { "insert" => EditKind.Insert, "remove" => EditKind.Remove, "swap" => EditKind.Swap, _ => EditKind.Set },
            parts.Length > 2 ? parts[2] : string.Empty,
            parts.Length > 4 ? parts[4] : null);
    }
}

/// <summary>The attribute that an edit changes.</summary>
internal enum EditTarget
{
    /// <summary>An operation.</summary>
    Operation,

    /// <summary>The <c>[Network]</c> of the class.</summary>
    Network,

    /// <summary>The <c>[Shape]</c> or <c>[Parameters]</c> that the diagnostic stands at.</summary>
    Assertion,
}

/// <summary>A remedy as the code fixes see it.</summary>
internal sealed record RemedyText(string Kind, string Title, EquatableArray<EditText> Edits);

/// <summary>An edit as the code fixes see it.</summary>
/// <param name="Target">The attribute.</param>
/// <param name="Operation">The operation; null for the one that the diagnostic stands at.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Argument">The argument, or the operation to insert.</param>
/// <param name="Value">Its new value; null takes it away.</param>
internal sealed record EditText(EditTarget Target, OperationName? Operation, EditKind Kind, string Argument, string? Value);

/// <summary>An operation by its layer and its number there.</summary>
internal sealed record OperationName(string Layer, int Number);
