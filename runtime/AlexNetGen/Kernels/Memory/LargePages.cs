namespace AlexNetGen.Kernels;

/// <summary>Memory in pages of 2 MB, where the operating system has them.</summary>
internal static unsafe class LargePages
{
    /// <summary>Floats of a large page.</summary>
    public const int Floats = (2 << 20) / sizeof(float);

    /// <summary>Asks for them, for memory whose content does not matter; does nothing for less than one.</summary>
    /// <param name="start">Where it begins, on a large page.</param>
    /// <param name="length">Floats; whole large pages.</param>
    public static void Advise(float* start, int length)
    {
        if (length >= Floats)
        {
            MemoryAdvice.UseLargePages(start, (nuint)length * sizeof(float));
        }
    }
}
