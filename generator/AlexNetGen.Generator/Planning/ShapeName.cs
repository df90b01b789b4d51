using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Planning;

/// <summary>The name of the struct that stands for a shape.</summary>
internal static class ShapeName
{
    /// <summary><c>Shape64x55x55</c>, <c>Shape4096</c>.</summary>
    public static string Of(Shape shape) => $"Shape{shape}";
}
