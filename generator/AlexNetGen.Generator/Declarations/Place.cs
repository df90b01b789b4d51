namespace AlexNetGen.Generator.Declarations;

/// <summary>
/// Where in a declaration something stands, by number and name instead of position. Layer -1 is the class
/// itself; operation -1 is the layer itself.
/// </summary>
internal readonly record struct Place(int Layer, int Operation, string? Argument)
{
    /// <summary>The name of the class.</summary>
    public static Place Type { get; } = new(-1, -1, null);

    /// <summary>The <c>[Network]</c> attribute.</summary>
    public static Place Network { get; } = new(-1, 0, null);

    /// <summary>The input's dimensions, as the parameters of <c>[Network]</c> name them.</summary>
    public static string[] InputDimensions(int rank) => rank switch
    {
        1 => ["Features"],
        2 => ["Channels", "Length"],
        _ => ["Channels", "Height", "Width"],
    };

    public static int NetworkAxis(string argument) => argument switch { "Height" or "Length" => 1, "Width" => 2, _ => 0 };

    /// <summary>An argument of <c>[Network]</c>.</summary>
    public static Place NetworkArgument(string argument) => new(-1, 0, argument);

    /// <summary>The <c>[Parameters]</c> of the class.</summary>
    public static Place NetworkParameters { get; } = new(-1, -1, "Parameters");

    /// <summary>A positional argument by its number: one of the layers that a merging operation names.</summary>
    public static string Element(int index) => "#" + Checking.Formula.Number(index);

    /// <summary>The name of a layer.</summary>
    public static Place LayerName(int layer) => new(layer, -1, null);

    /// <summary>The <c>[Shape]</c> or <c>[Parameters]</c> of a layer.</summary>
    public static Place Assertion(int layer, string attribute) => new(layer, -1, attribute);

    /// <summary>An operation's attribute, or one of its arguments.</summary>
    public static Place OperationArgument(int layer, int operation, string? argument = null) => new(layer, operation, argument);
}
