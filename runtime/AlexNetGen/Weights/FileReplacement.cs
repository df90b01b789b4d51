namespace AlexNetGen.Weights;

/// <summary>Writes a file, or replaces it, so that it is never half-written.</summary>
internal static class FileReplacement
{
    /// <summary>Writes to a temporary file beside it and onto the disk, and lets it take the file's place when all is there.</summary>
    public static void Write(string path, Action<FileStream> write)
    {
        string target = Path.GetFullPath(path);
        string temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
        bool created = false;
        try
        {
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                created = true;
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch when (created)
        {
            File.Delete(temporary);
            throw;
        }
    }
}
