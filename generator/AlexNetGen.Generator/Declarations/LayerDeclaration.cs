namespace AlexNetGen.Generator.Declarations;

/// <summary>A layer, as written.</summary>
/// <param name="Name">The property's name, without a leading @.</param>
/// <param name="From">What <c>[From]</c> names; empty where it stands without a name, null where there is none.</param>
/// <param name="Operations">Its operations, left to right.</param>
/// <param name="Shape">What <c>[Shape]</c> asserts; null where there is none, or C# reports an error in it.</param>
/// <param name="Parameters">What <c>[Parameters]</c> asserts; null where there is none.</param>
/// <param name="ParametersIncomplete">Whether <c>[Parameters]</c> stands without its count.</param>
/// <param name="Implementation">The head of the implementing part, as in <c>public static partial global::AlexNetGen.Layer Conv1</c>; null where there is nothing to implement.</param>
/// <param name="Accessors">The accessors to implement: <c>get</c>, <c>get; set</c>; empty for a method.</param>
/// <param name="Documentation">The user's own doc comment, as XML; empty where there is none.</param>
/// <param name="IsWellFormed">Whether it is a static partial get-only property of type Layer.</param>
internal sealed record LayerDeclaration(
    string Name,
    string? From,
    EquatableArray<OperationDeclaration> Operations,
    EquatableArray<int>? Shape,
    long? Parameters,
    bool ParametersIncomplete,
    string? Implementation,
    EquatableArray<string> Accessors,
    string Documentation,
    bool IsWellFormed)
{
    /// <summary>Whether <c>[Output]</c> makes it an output of the network; the last layer is one without it.</summary>
    public bool IsOutput { get; init; }

    /// <summary>The name as an identifier: a layer within a block is <c>Layer2A.Conv1</c> in messages and <c>Layer2A_Conv1</c> in code.</summary>
    public string Identifier => IdentifierOf(Name);

    public static string IdentifierOf(string name) => name.Replace('.', '_');

    /// <summary>Whether it stands within the block that another layer uses.</summary>
    public bool IsWithin(string layer) => Name.Length > layer.Length && Name[layer.Length] == '.' && Name.StartsWith(layer, StringComparison.Ordinal);
}
