using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.CodeFixes.Arguments;

/// <summary>Applies the edits of a remedy to the text of an argument list.</summary>
internal static class ArgumentListEdits
{
    /// <summary>
    /// Replaces values where they stand. New arguments take the place of the first one that is taken away; where none
    /// is, they come last.
    /// </summary>
    public static string Apply(string text, IReadOnlyCollection<EditText> edits)
    {
        ArgumentListText list = new(text);
        List<EditText> added = [.. edits.Where(edit => edit.Value is not null && list.IndexOf(edit.Argument) < 0)];
        List<EditText> removed = [.. edits.Where(edit => edit.Value is null && list.IndexOf(edit.Argument) >= 0).OrderBy(edit => list.IndexOf(edit.Argument))];
        foreach (EditText edit in edits.Where(edit => edit.Value is not null).Except(added))
        {
            list = list.WithValue(list.IndexOf(edit.Argument), edit.Value!);
        }

        int place = list.Count - 1;
        if (added.Count > 0 && removed.Count > 0)
        {
            place = list.IndexOf(removed[0].Argument);
            list = list.WithArgument(place, Argument(added[0]));
            added.RemoveAt(0);
            removed.RemoveAt(0);
        }

        foreach (EditText edit in added)
        {
            list = list.WithInserted(place, Argument(edit));
            place++;
        }

        foreach (EditText edit in removed)
        {
            list = list.Without(list.IndexOf(edit.Argument));
        }

        return list.ToString();
    }

    private static string Argument(EditText edit) => $"{edit.Argument} = {edit.Value}";
}
