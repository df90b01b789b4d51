using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>A photograph in a file.</summary>
public static class ImageFile
{
    /// <summary>Reads a photograph as a network's input.</summary>
    /// <param name="path">A PNG or JPEG file.</param>
    /// <param name="preprocessing">What the network wants.</param>
    /// <exception cref="InputException">The file cannot be read, is no picture, or is too long for its width.</exception>
    public static float[] Prepare(string path, Preprocessing preprocessing)
    {
        ArgumentNullException.ThrowIfNull(preprocessing);
        try
        {
            float[] input = new float[preprocessing.Length];
            preprocessing.Apply(RgbImage.Load(path), input);
            return input;
        }
        catch (ImageFormatException problem)
        {
            throw new InputException(problem.Message); // It names the file.
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"cannot read the photograph '{path}': {problem.Message}");
        }
    }
}
