using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Writes padding as the fewest arguments, in place of whatever padding is written.</summary>
internal static class PaddingEdits
{
    /// <summary>No remedy is looked for beyond this padding.</summary>
    public const int Largest = 1024;

    private static readonly string[] Arguments =
        ["Padding", "PaddingHeight", "PaddingWidth", "PaddingTop", "PaddingBottom", "PaddingLeft", "PaddingRight"];

    public static List<Edit> Of(NetworkDeclaration declaration, Place place, int top, int bottom, int left, int right)
    {
        Dictionary<string, int> wanted = [];
        if (top == bottom && left == right && top == left)
        {
            Want("Padding", top);
        }
        else if (declaration.Input.Count == 2)
        {
            Both("Padding", "PaddingLeft", "PaddingRight", left, right);
        }
        else
        {
            Both("PaddingHeight", "PaddingTop", "PaddingBottom", top, bottom);
            Both("PaddingWidth", "PaddingLeft", "PaddingRight", left, right);
        }

        OperationDeclaration operation = declaration.Layers[place.Layer].Operations[place.Operation];
        List<Edit> edits = [];
        foreach (string argument in Arguments)
        {
            if (wanted.TryGetValue(argument, out int value))
            {
                if (operation[argument] is not int written || written != value)
                {
                    edits.Add(new Edit(place, argument, value));
                }
            }
            else if (operation.Has(argument))
            {
                edits.Add(new Edit(place, argument, null));
            }
        }

        return edits;

        void Both(string both, string before, string after, int start, int end)
        {
            if (start == end)
            {
                Want(both, start);
            }
            else
            {
                Want(before, start);
                Want(after, end);
            }
        }

        void Want(string argument, int value)
        {
            if (value != 0)
            {
                wanted[argument] = value;
            }
        }
    }
}
