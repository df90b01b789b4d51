namespace AlexNetGen.Tests.Weights;

/// <summary>A test of a real weights file, which lies beside the repository; skipped where it does not.</summary>
public sealed class SharedModelFactAttribute : FactAttribute
{
    public SharedModelFactAttribute(string file)
    {
        if (Find(file) is null)
        {
            Skip = $"There is no shared/models/{file} beside the repository.";
        }
    }

    /// <summary>Looks for shared/models beside each directory above the test.</summary>
    public static string? Find(string file)
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string path = Path.Combine(directory.FullName, "shared", "models", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
