namespace AlexNetGen.Generator.Checking;

/// <summary>One input of a merging operation.</summary>
/// <param name="Layer">The layer, by number; -1 is the network's input, <see cref="SoFar"/> the result of the operation before on the same layer.</param>
/// <param name="Shape">Its shape; null where it is not known.</param>
/// <param name="Origin">What made it: a layer's name, or the network's input.</param>
internal sealed record MergeInput(int Layer, Shape? Shape, string Origin)
{
    public const int SoFar = int.MinValue;

    /// <summary>What it is, and who made it: "Pool5 makes 256x6x6 feature maps".</summary>
    public string InWords => $"{Origin} {(Origin == NetworkChecker.InputOrigin ? "is" : "makes")} {Shape!.InWords()}";
}
