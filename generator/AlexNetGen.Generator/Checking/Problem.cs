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
/// <param name="Title">What it does, as a code fix says it.</param>
/// <param name="Edits">The edits it takes.</param>
internal sealed record Remedy(string Title, EquatableArray<Edit> Edits);

/// <summary>Sets an argument, or takes it away.</summary>
/// <param name="Place">The attribute: an operation's, or <see cref="Declarations.Place.Network"/>.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Value">Its new value; null takes it away.</param>
internal sealed record Edit(Place Place, string Argument, object? Value);
