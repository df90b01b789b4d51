namespace AlexNetGen.Generator.Declarations;

/// <summary>An argument of an attribute, as written.</summary>
/// <param name="Name">The property it sets: <c>Kernel</c>, or <c>OutputChannels</c> for a positional one.</param>
/// <param name="Value">An <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="string"/> or <see langword="null"/>; an enum's value is an <see cref="int"/>.</param>
/// <param name="IsPositional">Whether it is written without its name.</param>
/// <param name="IsWritten">Whether it is written at all; an optional parameter's default is not.</param>
internal sealed record Argument(string Name, object? Value, bool IsPositional, bool IsWritten = true);
