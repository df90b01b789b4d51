namespace AlexNetGen.Generator.Declarations;

/// <summary>The type that declares a network: its name, and what a further part of it must repeat.</summary>
/// <param name="Namespace">The namespace, keywords escaped; empty for the global one.</param>
/// <param name="ContainingTypes">The heads of the containing types, outermost first, as in <c>partial class Outer</c>.</param>
/// <param name="Head">The head of the type, as in <c>partial class AlexNet</c>.</param>
/// <param name="Name">The type's name, without a leading @.</param>
/// <param name="FullName">The fully qualified name, as in <c>global::Samples.AlexNet</c>.</param>
/// <param name="IsPublic">Whether it can be seen from another assembly.</param>
/// <param name="CanHaveParts">Whether another part of it can be generated.</param>
/// <param name="CanBeNetwork">Whether it is a partial, non-generic, non-static, non-abstract class.</param>
/// <param name="Form">What a stub of it can have.</param>
/// <param name="HasBase">Whether it has a base class, whose members may have generated names.</param>
/// <param name="GeometryNames">The names of types in its scope that a geometry cannot take.</param>
internal sealed record TypeName(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Head,
    string Name,
    string FullName,
    bool IsPublic,
    bool CanHaveParts,
    bool CanBeNetwork,
    TypeForm Form,
    bool HasBase,
    EquatableArray<string> GeometryNames);

/// <summary>What a generated part of a type can have.</summary>
internal enum TypeForm
{
    /// <summary>A class: the interface of a network and its members.</summary>
    Class,

    /// <summary>A struct: the members without the interface, which classes alone implement.</summary>
    Struct,

    /// <summary>A static class or an interface: the layers alone.</summary>
    Other,
}
