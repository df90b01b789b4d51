namespace AlexNetGen.Imaging;

/// <summary>Where a centre crop begins when an odd number of rows or columns is left over.</summary>
public enum CropRounding
{
    /// <summary>
    /// Half a pixel rounds to the even neighbour, so 29 left over put 14 before the crop and 31 put 16: torchvision's
    /// <c>CenterCrop</c>, which is Python's <c>round</c>.
    /// </summary>
    HalfToEven,

    /// <summary>Half a pixel rounds down, so 31 left over put 15 before the crop: Caffe's data transformer.</summary>
    HalfDown,
}
