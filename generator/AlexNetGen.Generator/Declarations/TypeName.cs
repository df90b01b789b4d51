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
internal sealed record TypeName(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Head,
    string Name,
    string FullName,
    bool IsPublic,
    bool CanHaveParts,
    bool CanBeNetwork);
