namespace AlexNetGen.Imaging;

/// <summary>What a pixel's 0 to 255 become before the mean is taken away.</summary>
public enum PixelRange
{
    /// <summary>0 to 1: divided by 255 in single precision, as torchvision's <c>ToTensor</c> does.</summary>
    ZeroToOne,

    /// <summary>0 to 255, as they are: Caffe.</summary>
    ZeroTo255,
}
