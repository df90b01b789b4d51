using AlexNetGen;

namespace AlexNetGen.Tests.Operations;

// Padding, enlarging and shuffling: values move, or lie between others.

[Network(5, 7, 6)]
internal sealed partial class ZeroPad2dEverySide
{
    [ZeroPad2d(2)] public static partial Layer Output { get; }
}

[Network(3, 6, 7)]
internal sealed partial class ZeroPad2dSides
{
    [ZeroPad2d(Padding = 1, PaddingHeight = 2, PaddingBottom = 0, PaddingRight = 3)] public static partial Layer Output { get; }
}

[Network(3, 8, 7)]
internal sealed partial class ZeroPad2dThenConvolution
{
    [ZeroPad2d(PaddingTop = 1, PaddingLeft = 1), Conv2d(9, Kernel = 3)] public static partial Layer Output { get; }
}

[Network(5, 4, 6)]
internal sealed partial class ConstantPad2dEverySide
{
    [ConstantPad2d(1, -0.75)] public static partial Layer Output { get; }
}

[Network(17, 5, 3)]
internal sealed partial class ConstantPad2dSides
{
    [ConstantPad2d(PaddingWidth = 2, PaddingTop = 1, Value = 1.25)] public static partial Layer Output { get; }
}

[Network(5, 6, 7)]
internal sealed partial class UpsampleNearestTwice
{
    [Upsample(ScaleFactor = 2)] public static partial Layer Output { get; }
}

[Network(3, 7, 9)]
internal sealed partial class UpsampleNearestFraction
{
    [Upsample(ScaleFactorHeight = 1.7, ScaleFactorWidth = 2.3f)] public static partial Layer Output { get; }
}

[Network(3, 9, 10)]
internal sealed partial class UpsampleNearestDown
{
    [Upsample(ScaleFactor = 0.4)] public static partial Layer Output { get; }
}

[Network(17, 5, 6)]
internal sealed partial class UpsampleNearestSize
{
    [Upsample(Height = 13, Width = 7)] public static partial Layer Output { get; }
}

[Network(5, 6, 7)]
internal sealed partial class UpsampleBilinearTwice
{
    [Upsample(ScaleFactor = 2, Mode = UpsampleMode.Bilinear)] public static partial Layer Output { get; }
}

[Network(17, 7, 9)]
internal sealed partial class UpsampleBilinearFraction
{
    [Upsample(ScaleFactor = 1.7, Mode = UpsampleMode.Bilinear)] public static partial Layer Output { get; }
}

[Network(20, 5, 6)]
internal sealed partial class UpsampleBilinearSize
{
    [Upsample(Size = 14, Mode = UpsampleMode.Bilinear)] public static partial Layer Output { get; }
}

[Network(3, 9, 10)]
internal sealed partial class UpsampleBilinearDown
{
    [Upsample(Height = 4, ScaleFactorWidth = 0.5, Mode = UpsampleMode.Bilinear)] public static partial Layer Output { get; }
}

[Network(5, 6, 7)]
internal sealed partial class UpsampleBilinearAligned
{
    [Upsample(ScaleFactor = 2.5, Mode = UpsampleMode.Bilinear, AlignCorners = true)] public static partial Layer Output { get; }
}

[Network(5, 6, 7)]
internal sealed partial class UpsampleBilinearAlignedToOne
{
    [Upsample(Height = 1, Width = 12, Mode = UpsampleMode.Bilinear, AlignCorners = true)] public static partial Layer Output { get; }
}

[Network(5, 1, 1)]
internal sealed partial class UpsampleBilinearOfOnePoint
{
    [Upsample(Height = 3, Width = 4, Mode = UpsampleMode.Bilinear)] public static partial Layer Output { get; }
}

[Network(12, 5, 6)]
internal sealed partial class ChannelShuffle3
{
    [ChannelShuffle(3)] public static partial Layer Output { get; }
}

[Network(20, 3, 4)]
internal sealed partial class ChannelShuffle5Of20
{
    [ChannelShuffle(5)] public static partial Layer Output { get; }
}

[Network(12, 7, 5)]
internal sealed partial class ChannelShuffleBetweenGroups
{
    [Conv2d(18, Kernel = 1, Groups = 3, Weights = "First"), ChannelShuffle(3), Conv2d(12, Kernel = 3, Groups = 2, Weights = "Output")] public static partial Layer Output { get; }
}

[Network(20, 5, 6)]
internal sealed partial class PixelShuffle2
{
    [PixelShuffle(2)] public static partial Layer Output { get; }
}

[Network(9, 4, 5)]
internal sealed partial class PixelShuffle3
{
    [PixelShuffle(3)] public static partial Layer Output { get; }
}
