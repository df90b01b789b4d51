namespace AlexNetGen;

/// <summary>What every block has.</summary>
public static class Block
{
    /// <summary>
    /// What the use of the block reads, where a layer of the block names it: <c>[From(Block.Input)]</c>,
    /// <c>[Add(nameof(Conv2), Block.Input)]</c>. No layer can have this name.
    /// </summary>
    public const string Input = "<block input>";
}
