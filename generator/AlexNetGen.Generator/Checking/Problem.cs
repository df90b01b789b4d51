using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Something to say about a declaration.</summary>
/// <param name="Rule">The rule's id: <c>ANG1001</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">One line that holds everything.</param>
/// <param name="Remedies">The ways out that an edit can take.</param>
/// <param name="Related">Other places that have to do with it.</param>
internal sealed record Problem(string Rule, Place Place, string Message, EquatableArray<Remedy> Remedies = default, EquatableArray<Place> Related = default)
{
    /// <summary>The arithmetic behind it; null where it is that of the operation it stands at, or there is none.</summary>
    public string? Formula { get; init; }
}

/// <summary>A way out of a problem.</summary>
/// <param name="Kind">One of <see cref="RemedyKinds"/>: what it has in common with remedies of other numbers.</param>
/// <param name="Title">What it does, as a code fix says it.</param>
/// <param name="Edits">The edits it takes.</param>
internal sealed record Remedy(string Kind, string Title, EquatableArray<Edit> Edits);

/// <summary>Sets an argument, or takes it away, or changes the operations of a layer.</summary>
/// <param name="Place">The attribute: an operation's, of whatever layer, an assertion's, or <see cref="Declarations.Place.Network"/>.</param>
/// <param name="Argument">The argument; for an assertion, whose arguments are all one value, its parameter; the operation to insert.</param>
/// <param name="Value">Its new value; null takes it away.</param>
/// <param name="Kind">What is done.</param>
internal sealed record Edit(Place Place, string Argument, object? Value, EditKind Kind = EditKind.Set)
{
    /// <summary>Puts an operation before another.</summary>
    public static Edit Insert(Place before, string operation) => new(before, operation, null, EditKind.Insert);

    /// <summary>Takes an operation away.</summary>
    public static Edit Remove(Place operation) => new(operation, string.Empty, null, EditKind.Remove);

    /// <summary>Lets an operation and the one after it on the same layer change places.</summary>
    public static Edit Swap(Place operation) => new(operation, string.Empty, null, EditKind.Swap);
}

/// <summary>What an edit does.</summary>
internal enum EditKind
{
    /// <summary>Sets an argument, or takes it away.</summary>
    Set,

    /// <summary>Puts an operation before the one at the place.</summary>
    Insert,

    /// <summary>Takes the operation away.</summary>
    Remove,

    /// <summary>Lets the operation and the next one change places.</summary>
    Swap,
}
