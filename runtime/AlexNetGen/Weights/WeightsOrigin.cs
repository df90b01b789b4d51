namespace AlexNetGen.Weights;

/// <summary>Where weights come from, as error messages name it.</summary>
/// <param name="Text">As a sentence begins: <c>The weights file 'alexnet.safetensors'</c>.</param>
internal sealed record WeightsOrigin(string Text)
{
    public static readonly WeightsOrigin Stream = new("The weights stream");
    public static readonly WeightsOrigin Bytes = new("The weights data");

    public static WeightsOrigin File(string path) => new($"The weights file '{path}'");

    /// <summary>The content breaks the format's rules.</summary>
    public WeightsException NotSafetensors(string problem, Exception? innerException = null) => new(
        $"{Text} cannot be read as safetensors: {problem} "
        + "Download or save the weights again; other formats must be converted to safetensors first.",
        innerException);

    /// <summary>Ends before its header said it would.</summary>
    public WeightsException EndsEarly(long expected, long found) => NotSafetensors(FormattableString.Invariant(
        $"its header promises {expected} bytes of tensor data, and there are {found}; it is cut off."));
}
