using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>Something to say about a declaration.</summary>
/// <param name="Rule">The rule's id: <c>ANG1001</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">One line that holds everything.</param>
/// <param name="Remedies">The ways out that an edit can take.</param>
/// <param name="Related">Another place that has to do with it.</param>
internal sealed record Problem(string Rule, Place Place, string Message, EquatableArray<Remedy> Remedies = default, Place? Related = null);

/// <summary>A way out of a problem.</summary>
/// <param name="Kind">One of <see cref="RemedyKinds"/>: what it has in common with remedies of other numbers.</param>
/// <param name="Title">What it does, as a code fix says it.</param>
/// <param name="Edits">The edits it takes.</param>
/// <param name="Before">An operation to put before the one that the problem stands at; null where none is.</param>
internal sealed record Remedy(string Kind, string Title, EquatableArray<Edit> Edits, string? Before = null);

/// <summary>Sets an argument, or takes it away.</summary>
/// <param name="Place">The attribute: an operation's, an assertion's, or <see cref="Declarations.Place.Network"/>.</param>
/// <param name="Argument">The argument; for an assertion, whose arguments are all one value, its parameter.</param>
/// <param name="Value">Its new value; null takes it away.</param>
internal sealed record Edit(Place Place, string Argument, object? Value);
