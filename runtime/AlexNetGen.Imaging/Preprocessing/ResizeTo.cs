using System.Globalization;

namespace AlexNetGen.Imaging;

/// <summary>The size that a picture is brought to before it is cropped: <see cref="ShorterSide"/> or <see cref="Exactly"/>.</summary>
public abstract record ResizeTo
{
    private ResizeTo()
    {
    }

    /// <summary>
    /// The shorter side becomes <paramref name="length"/>, and the longer one keeps the proportion, rounded down:
    /// torchvision's <c>Resize(length)</c>. 451x300 to 256 is 384x256.
    /// </summary>
    /// <param name="length">The shorter side of the result, in pixels, at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1.</exception>
    public static ResizeTo ShorterSide(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return new ShorterSideRule(length);
    }

    /// <summary>This size whatever the picture's proportion, which is lost: Caffe's way.</summary>
    /// <param name="width">The width of the result, in pixels, at least 1.</param>
    /// <param name="height">The height of the result, in pixels, at least 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 1.</exception>
    public static ResizeTo Exactly(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        return new ExactRule(width, height);
    }

    /// <summary>The size that a picture of <paramref name="width"/> x <paramref name="height"/> is brought to.</summary>
    /// <param name="width">The picture's width, in pixels.</param>
    /// <param name="height">The picture's height, in pixels.</param>
    /// <returns>The size, in pixels. A very long picture's may be more than a <see cref="RgbImage"/> can have.</returns>
    public abstract (long Width, long Height) SizeFor(int width, int height);

    private sealed record ShorterSideRule(int Length) : ResizeTo
    {
        public override (long Width, long Height) SizeFor(int width, int height) => width <= height
            ? (Length, (long)Length * height / width)
            : ((long)Length * width / height, Length);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"shorter side to {Length}");
    }

    private sealed record ExactRule(int Width, int Height) : ResizeTo
    {
        public override (long Width, long Height) SizeFor(int width, int height) => (Width, Height);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"to {Width}x{Height}");
    }
}
