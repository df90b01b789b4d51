namespace AlexNetGen.Imaging;

/// <summary>
/// A file is not a picture that can be read: neither PNG nor JPEG, of a kind that is not supported, cut short, damaged,
/// or larger than <see cref="RgbImage.MaximumPixels"/>. The message says what was expected, what was found and what to do.
/// It is the only exception that the bytes of a file can cause.
/// </summary>
public sealed class ImageFormatException : FormatException
{
    /// <summary>An exception with no more to say than that the picture cannot be read.</summary>
    public ImageFormatException()
        : base("The file is not a picture that can be read.")
    {
    }

    /// <summary>An exception that says what was expected, what was found and what to do.</summary>
    /// <param name="message">The message, in invariant culture.</param>
    public ImageFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception that another one caused.</summary>
    /// <param name="message">The message, in invariant culture.</param>
    /// <param name="innerException">What went wrong underneath.</param>
    public ImageFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
