using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.CodeFixes.Arguments;

/// <summary>Finds what is written for a parameter of an attribute's constructor.</summary>
internal static class ConstructorArgument
{
    /// <summary>The argument of a parameter, by its position or by its name and a colon.</summary>
    /// <param name="constructor">The attribute's constructor; null where none is known.</param>
    /// <param name="syntax">The attribute.</param>
    /// <param name="parameter">The parameter's name, in whatever case.</param>
    public static AttributeArgumentSyntax? Find(IMethodSymbol? constructor, AttributeSyntax syntax, string parameter)
    {
        IReadOnlyList<IParameterSymbol> parameters = constructor?.Parameters ?? [];
        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is null)
            {
                string? name = argument.NameColon?.Name.Identifier.ValueText ?? (position < parameters.Count ? parameters[position].Name : null);
                position++;
                if (string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase))
                {
                    return argument;
                }
            }
        }

        return null;
    }
}
