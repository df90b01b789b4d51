namespace AlexNetGen;

/// <summary>What every network has.</summary>
public static class Network
{
    /// <summary>
    /// The network's own input, where a layer names what it reads: <c>[From(Network.Input)]</c>. No layer can have
    /// this name.
    /// </summary>
    public const string Input = "<input>";
}
