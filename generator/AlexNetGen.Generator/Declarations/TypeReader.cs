using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads the name of a network's or a block's type, and says why it cannot be one where it cannot.</summary>
internal static class TypeReader
{
    public static TypeName Read(INamedTypeSymbol type, bool isBlock, List<Problem> problems, CancellationToken cancellation)
    {
        List<INamedTypeSymbol> containing = [];
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containing.Insert(0, outer);
        }

        string? reason = Reason(type, isBlock, containing, cancellation);
        if (reason is not null)
        {
            problems.Add(new Problem(Rules.NetworkType, Place.Type, $"{type.Name} cannot be a {(isBlock ? "block" : "network")}: {reason}"));
        }

        IEnumerable<INamedTypeSymbol> all = containing.Append(type);
        return new TypeName(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : Formats.Namespace(type.ContainingNamespace),
            containing.Select(Head).ToEquatableArray(),
            Head(type),
            type.Name,
            Formats.FullName(type),
            all.All(part => part.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal),
            all.All(part => IsPartial(part, cancellation) && !part.IsFileLocal),
            reason is null,
            Form(type),
            HasBase(type),
            all.SelectMany(TypesInScope).Where(name => name.Contains("Geometry")).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());
    }

    private static TypeForm Form(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Class, IsStatic: false } => TypeForm.Class,
        { TypeKind: TypeKind.Struct } => TypeForm.Struct,
        _ => TypeForm.Other,
    };

    private static bool HasBase(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } };

    /// <summary>The names that mean a type within the type's body: its own, and those of the types in it and in its base classes.</summary>
    private static IEnumerable<string> TypesInScope(INamedTypeSymbol type)
    {
        yield return type.Name;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (INamedTypeSymbol nested in current.GetTypeMembers())
            {
                yield return nested.Name;
            }
        }
    }

    private static string? Reason(INamedTypeSymbol type, bool isBlock, List<INamedTypeSymbol> containing, CancellationToken cancellation)
    {
        if (type.IsRecord)
        {
            return "it is a record. Declare it as a partial class.";
        }

        if (type.TypeKind != TypeKind.Class)
        {
            return $"it is {(type.TypeKind == TypeKind.Interface ? "an interface" : "a struct")}. Declare it as a partial class.";
        }

        if (type.IsFileLocal || containing.Any(outer => outer.IsFileLocal))
        {
            return "a file-local type cannot be continued in a generated file. Remove the 'file' modifier.";
        }

        if (!IsPartial(type, cancellation))
        {
            return $"the class is not partial. Add the 'partial' modifier, so that {(isBlock ? "its layers" : "the forward pass")} can be generated into it.";
        }

        if (!isBlock && (type.IsStatic || type.IsAbstract))
        {
            return $"the class is {(type.IsStatic ? "static" : "abstract")}, and a network is an object that holds weights. Remove the modifier.";
        }

        if (type.TypeParameters.Length > 0)
        {
            return "the class is generic. Remove its type parameters.";
        }

        if (!isBlock && type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax { ParameterList: not null }))
        {
            return "the class has a primary constructor, which every other must call. Declare an ordinary constructor instead.";
        }

        if (!isBlock && HasBase(type) && type.BaseType is { } parent)
        {
            if (parent.GetAttributes().Any(DeclarationReader.IsNetwork))
            {
                return $"its base class {parent.Name} is a network itself. Remove the base class.";
            }

            if (!parent.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility != Accessibility.Private && constructor.Parameters.All(parameter => parameter.IsOptional)))
            {
                return $"its base class {parent.Name} has no constructor without parameters, which the generated one calls. Give {parent.Name} one, or remove the base class.";
            }
        }

        INamedTypeSymbol? closed = containing.FirstOrDefault(outer => !IsPartial(outer, cancellation));
        if (closed is not null)
        {
            return $"the containing type {closed.Name} is not partial. Add the 'partial' modifier to it.";
        }

        INamedTypeSymbol? generic = containing.FirstOrDefault(outer => outer.TypeParameters.Length > 0);
        return generic is null ? null : $"the containing type {generic.Name} is generic. Move the {(isBlock ? "block" : "network")} out of it.";
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Head(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {keyword} {Formats.Name(type)}";
    }
}
