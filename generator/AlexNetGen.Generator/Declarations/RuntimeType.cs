using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Tells the runtime's types by their names, symbol by symbol: text would be made for every attribute at every keystroke.</summary>
internal static class RuntimeType
{
    /// <summary>Whether a type is the runtime's of that name.</summary>
    public static bool Is(ITypeSymbol? type, string name) => type is INamedTypeSymbol { Arity: 0 } && type.Name == name && IsRuntimes(type);

    /// <summary>Whether a type stands in the runtime's namespace itself.</summary>
    public static bool IsRuntimes(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        ContainingType: null, ContainingNamespace: { Name: "AlexNetGen", ContainingNamespace.IsGlobalNamespace: true },
    };
}
