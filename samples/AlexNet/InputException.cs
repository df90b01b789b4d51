namespace AlexNetGen.Samples;

/// <summary>The command line, or a file that it names, is wrong. The message is one line for the user.</summary>
/// <param name="message">What is wrong.</param>
public sealed class InputException(string message) : Exception(message);
