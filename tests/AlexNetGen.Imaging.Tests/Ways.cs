namespace AlexNetGen.Imaging.Tests;

/// <summary>The goldens' ways of preprocessing.</summary>
internal static class Ways
{
    public static Preprocessing ByName(string name) => name switch
    {
        "Torchvision" => Preprocessing.Torchvision,
        "TorchvisionBicubic" => Preprocessing.Torchvision with { Filter = ResizeFilter.Bicubic },
        "Caffe" => Preprocessing.Caffe,
        "SqueezeNet" => Preprocessing.Caffe with { Resize = ResizeTo.ShorterSide(256), CropRounding = CropRounding.HalfToEven },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No golden is made this way."),
    };
}
