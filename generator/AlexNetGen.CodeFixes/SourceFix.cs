using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace AlexNetGen.CodeFixes;

/// <summary>A fix within one document.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Kind">What a fix-all applies: the kind of remedy, not its numbers.</param>
/// <param name="Changes">The changes of the text, which do not overlap.</param>
internal sealed record SourceFix(string Title, string Kind, ImmutableArray<TextChange> Changes);
