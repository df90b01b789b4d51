using System.Globalization;

namespace AlexNetGen.Agreement.Tests;

/// <summary>Operations that change rows and columns without weights.</summary>
internal static class Spaces
{
    public static Written? Flatten(RandomNetwork network, Value input, bool isFirst) =>
        new("Flatten", network.Graph.Reshape(input.Node, 1, input.Length), [input.Length]);

    public static Written? Pad(RandomNetwork network, Value input, bool isZero)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int[] sides = [.. Enumerable.Range(0, 4).Select(_ => network.Next(0, 2))];
        double value = isZero ? 0 : network.Real(-1, 1);
        string node = network.Graph.Node(
            "Pad", [input.Node, network.Graph.Integers(0, 0, sides[0], sides[2], 0, 0, sides[1], sides[3]), network.Graph.Scalar((float)value)]);
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{(isZero ? "ZeroPad2d" : "ConstantPad2d")}(PaddingTop = {sides[0]}, PaddingBottom = {sides[1]}, PaddingLeft = {sides[2]}, PaddingRight = {sides[3]}{(isZero ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", Value = {value}"))})");
        return new Written(text, node, [input.Channels, input.Shape[1] + sides[0] + sides[1], input.Shape[2] + sides[2] + sides[3]]);
    }

    public static Written? PixelShuffle(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3 || input.Channels % 4 != 0)
        {
            return null;
        }

        string node = network.Graph.Node("DepthToSpace", [input.Node], OnnxGraph.Int("blocksize", 2), OnnxGraph.Text("mode", "CRD"));
        return new Written("PixelShuffle(2)", node, [input.Channels / 4, 2 * input.Shape[1], 2 * input.Shape[2]]);
    }

    public static Written? Upsample(RandomNetwork network, Value input, bool isFirst)
    {
        if (input.Shape.Length != 3)
        {
            return null;
        }

        int mode = network.Next(0, 2);

        // To other sizes the two round the positions of nearest values differently.
        int[] size = mode == 0 ? [network.Next(1, 3) * input.Shape[1], network.Next(1, 3) * input.Shape[2]] : [network.Next(2, 12), network.Next(2, 12)];
        string how = mode switch
        {
            0 => "Mode = UpsampleMode.Nearest",
            1 => "Mode = UpsampleMode.Bilinear",
            _ => "Mode = UpsampleMode.Bilinear, AlignCorners = true",
        };
        string node = network.Graph.Node(
            "Resize",
            [input.Node, string.Empty, string.Empty, network.Graph.Integers(1, input.Channels, size[0], size[1])],
            OnnxGraph.Text("mode", mode == 0 ? "nearest" : "linear"),
            OnnxGraph.Text("nearest_mode", "floor"),
            OnnxGraph.Text("coordinate_transformation_mode", mode switch { 0 => "asymmetric", 1 => "half_pixel", _ => "align_corners" }));
        return new Written(string.Create(CultureInfo.InvariantCulture, $"Upsample(Height = {size[0]}, Width = {size[1]}, {how})"), node, [input.Channels, .. size]);
    }
}
