namespace AlexNetGen.Imaging;

/// <summary>
/// The filters of <see cref="RgbImage.Resize"/>: those of Pillow (<c>Image.BILINEAR</c>, <c>Image.BICUBIC</c>), which widen
/// when a picture shrinks, so that every source pixel counts ("antialiasing").
/// </summary>
public enum ResizeFilter
{
    /// <summary>The triangle filter: one pixel to either side. Torchvision's default.</summary>
    Bilinear,

    /// <summary>Keys' cubic convolution with a = -0.5: two pixels to either side.</summary>
    Bicubic,
}
