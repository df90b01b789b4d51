using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Declarations;

/// <summary>What is generated for a block: its attribute and its layers.</summary>
/// <param name="Type">The class.</param>
/// <param name="Accessibility">The modifier of its attribute: <c>public</c>.</param>
/// <param name="Documentation">The user's doc comment on the class, as XML; empty where there is none.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Layers">Its layers as declared, those that are left out too.</param>
/// <param name="Network">The block by itself, as a network of its layers; null where it has no input shape of its own, or is wrong.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record BlockPart(
    TypeName Type,
    string Accessibility,
    string Documentation,
    EquatableArray<BlockParameter> Parameters,
    EquatableArray<LayerDeclaration> Layers,
    NetworkDeclaration? Network,
    EquatableArray<Problem> Problems);
