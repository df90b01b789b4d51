namespace AlexNetGen.Tests.Weights;

/// <summary>A path where a test may write, and what it wrote there is deleted.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private const string Maps = "/proc/self/maps";

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    /// <summary>Whether this process has the file mapped; false where the system does not tell.</summary>
    public bool IsMapped => File.Exists(Maps) && File.ReadAllText(Maps).Contains(Path, StringComparison.Ordinal);

    public static bool MapsAreKnown => File.Exists(Maps);

    public void Dispose() => File.Delete(Path);
}
