namespace AlexNetGen.Samples;

/// <summary>An error, and where it stands.</summary>
/// <param name="Id">Its number, as in <c>ANG1001</c>.</param>
/// <param name="Message">Its text.</param>
/// <param name="Line">The line of the source where it begins.</param>
/// <param name="Column">The first column that is wrong, from 0.</param>
/// <param name="Length">How many columns are wrong.</param>
public sealed record CompileError(string Id, string Message, string Line, int Column, int Length);
