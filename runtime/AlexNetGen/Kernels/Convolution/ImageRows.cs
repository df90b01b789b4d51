namespace AlexNetGen.Kernels;

/// <summary>Several images that are computed together, and how far apart their maps are.</summary>
/// <param name="Images">The number of images.</param>
/// <param name="InputStep">Floats from one image's input to the next.</param>
/// <param name="OutputStep">Floats from one image's output to the next.</param>
/// <param name="AddendStep">Floats from one image's addend to the next.</param>
internal readonly record struct ImageRows(int Images, nint InputStep, nint OutputStep, nint AddendStep)
{
    /// <summary>A single image.</summary>
    public static ImageRows Single { get; } = new(1, 0, 0, 0);
}
