using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>A shape that a network of the assembly has, and whether another assembly may see it.</summary>
internal sealed record UsedShape(Shape Shape, bool IsPublic);

/// <summary>Writes one struct for each distinct shape of an assembly's networks.</summary>
internal static class ShapesEmitter
{
    public const string HintName = FileName + ".g.cs";

    /// <summary>The name of the file without its ending; a network of this full name takes another.</summary>
    public const string FileName = "AlexNetGen.Shapes";

    /// <summary>The shapes of a network: its input's, its layers', and those between.</summary>
    public static EquatableArray<UsedShape> ShapesOf(CheckedNetwork network)
    {
        CheckedNetwork shaped = network.IsValid ? network : Assumption.Of(network);
        IEnumerable<Shape?> shapes = shaped.Layers
            .SelectMany(layer => layer.Operations.SelectMany(operation => new[] { operation.Input, operation.Output }).Append(layer.Output))
            .Prepend(network.Input);
        return shapes.OfType<Shape>().Distinct().Select(shape => new UsedShape(shape, network.Declaration.Type.IsPublic)).ToEquatableArray();
    }

    /// <summary>Each shape once, as visible as its most visible network, in a fixed order.</summary>
    public static EquatableArray<UsedShape> Union(IEnumerable<EquatableArray<UsedShape>> networks) => networks
        .SelectMany(shapes => shapes)
        .GroupBy(used => used.Shape)
        .Select(group => new UsedShape(group.Key, group.Any(used => used.IsPublic)))
        .OrderBy(used => used.Shape.Dimensions.Count).ThenBy(used => used.Shape.Channels).ThenBy(used => used.Shape.Height).ThenBy(used => used.Shape.Width)
        .ToEquatableArray();

    public static string Emit(EquatableArray<UsedShape> shapes, string assembly)
    {
        SourceWriter writer = new();
        TypeParts.Header(writer);
        writer.Line($"namespace {Names.ShapesNamespace(assembly)};");
        foreach (UsedShape used in shapes)
        {
            Shape shape = used.Shape;
            writer.Line();
            writer.Line($"/// <summary>{InWords(shape)}.</summary>");
            writer.Line(Names.GeneratedCode);
            writer.Open($"{(used.IsPublic ? "public" : "internal")} readonly struct {ShapeName.Of(shape)} : global::AlexNetGen.IShape");
            writer.Lines(
                "/// <inheritdoc/>", $"public static int Rank => {shape.Dimensions.Count};", string.Empty,
                "/// <inheritdoc/>", $"public static int Channels => {Literal.Of(shape.Channels)};", string.Empty,
                "/// <inheritdoc/>", $"public static int Height => {Literal.Of(shape.Height)};", string.Empty,
                "/// <inheritdoc/>", $"public static int Width => {Literal.Of(shape.Width)};", string.Empty,
                "/// <inheritdoc/>", $"public static int Length => {Literal.Of(shape.Length)};");
            writer.Close();
        }

        return writer.ToString();
    }

    private static string InWords(Shape shape) =>
        shape.IsMap ? $"{shape.Channels} channels of {shape.Height} rows of {shape.Width} columns"
        : shape.IsSequence ? $"{shape.Channels} channels of {shape.Width} positions"
        : $"{shape.Channels} features";
}
