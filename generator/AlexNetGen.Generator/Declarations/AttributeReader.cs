using AlexNetGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads attributes of the runtime's namespace.</summary>
internal static class AttributeReader
{
    /// <summary>The attribute's name without its ending; null where it is not one of the runtime's.</summary>
    public static string? NameOf(AttributeData attribute) => NameOf(attribute.AttributeClass);

    public static bool IsOperation(INamedTypeSymbol type) => NameOf(type) is string name && Operation.Find(name) is not null;

    public static bool IsOperation(AttributeData attribute) => NameOf(attribute) is string name && Operation.Find(name) is not null;

    /// <summary>Whether the attribute says something about a layer: an operation, its input, that it is an output, or an assertion.</summary>
    public static bool IsOfLayer(AttributeData attribute) => IsOperation(attribute) || NameOf(attribute) is "From" or "Output" or "Shape" or "Parameters" or "When";

    private static string? NameOf(INamedTypeSymbol? type)
    {
        const string Ending = "Attribute";
        return type is not null && RuntimeType.IsRuntimes(type)
            && type.Name.EndsWith(Ending, StringComparison.Ordinal)
            ? type.Name.Substring(0, type.Name.Length - Ending.Length)
            : null;
    }

    /// <summary>Whether <c>[Output]</c> stands on a layer.</summary>
    public static bool IsOutput(ISymbol layer) => layer.GetAttributes().Any(attribute => NameOf(attribute) == "Output");

    public static OperationDeclaration Read(AttributeData attribute, Place place, SourceMap map, CancellationToken cancellation)
    {
        AttributeSyntax? syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        List<Argument> arguments = [];
        List<string> layers = [];
        bool broken = attribute.AttributeConstructor is null || syntax is null || syntax.ContainsDiagnostics;
        int written = 0;
        HashSet<string> writtenNames = [];
        if (syntax is not null)
        {
            map.Add(place with { Argument = null }, syntax.GetLocation());
        }

        foreach (AttributeArgumentSyntax argument in (IEnumerable<AttributeArgumentSyntax>?)syntax?.ArgumentList?.Arguments ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            string? name = ArgumentName(attribute, argument, written);
            if (argument.NameEquals is null)
            {
                written++;
            }
            else if (!attribute.NamedArguments.Any(named => named.Key == name))
            {
                // C# reports an unknown or ill-typed named argument itself.
                broken = true;
            }

            if (argument.NameEquals is null)
            {
                map.Add(place with { Argument = Place.Element(written - 1) }, argument.GetLocation());
            }

            if (name is not null)
            {
                writtenNames.Add(name);
                map.Add(place with { Argument = name }, argument.GetLocation());
            }
        }

        for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            TypedConstant constant = attribute.ConstructorArguments[i];
            string name = Pascal(ParameterName(attribute, i)) ?? string.Empty;
            broken |= constant.Kind == TypedConstantKind.Error;
            if (constant.Kind == TypedConstantKind.Array)
            {
                layers.AddRange(constant.IsNull ? [] : constant.Values.Select(value => value.Value as string ?? string.Empty));
                continue;
            }

            arguments.Add(new Argument(name, constant.Value, IsPositional: true, writtenNames.Contains(name)));
        }

        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            broken |= named.Value.Kind == TypedConstantKind.Error;
            if (named.Value.Kind != TypedConstantKind.Array)
            {
                arguments.Add(new Argument(named.Key, named.Value.Value, IsPositional: false));
            }
        }

        return new OperationDeclaration(NameOf(attribute) ?? string.Empty, arguments.ToEquatableArray(), broken) { Layers = layers.ToEquatableArray() };
    }

    /// <summary>Reads <c>[From(layer)]</c>: empty where the layer is left out, null where there is no such attribute.</summary>
    public static string? ReadFrom(AttributeData? attribute, Place place, SourceMap map, CancellationToken cancellation)
    {
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return null;
        }

        map.Add(place, syntax.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation() ?? syntax.GetLocation());
        return attribute.ConstructorArguments.FirstOrDefault().Value as string ?? string.Empty;
    }

    /// <summary>Reads <c>[Parameters(count)]</c>.</summary>
    public static (long? Count, bool Incomplete) ReadParameters(AttributeData? attribute, Place place, SourceMap map, CancellationToken cancellation)
    {
        if (attribute is null)
        {
            return (null, false);
        }

        OperationDeclaration arguments = Read(attribute, place with { Argument = null }, new SourceMap(), cancellation);
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax)
        {
            map.Add(place, syntax.GetLocation());
        }

        return (arguments.IsBroken ? null : arguments["Count"] as long?, !arguments.IsBroken && !arguments.Has("Count"));
    }

    /// <summary>Reads <c>[Shape(dimensions)]</c>; null where C# reports an error in it.</summary>
    public static EquatableArray<int>? ReadShape(AttributeData? attribute, Place place, SourceMap map, CancellationToken cancellation)
    {
        if (attribute is null || attribute.ConstructorArguments.Length != 1
            || attribute.ConstructorArguments[0].Kind != TypedConstantKind.Array || attribute.ConstructorArguments[0].IsNull)
        {
            return null;
        }

        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax)
        {
            map.Add(place, syntax.GetLocation());
        }

        IEnumerable<TypedConstant> values = attribute.ConstructorArguments[0].Values;
        return values.All(value => value.Value is int) ? values.Select(value => (int)value.Value!).ToEquatableArray() : null;
    }

    /// <summary>The property that an argument sets, by its own name or that of its parameter.</summary>
    public static string? ArgumentName(AttributeData attribute, AttributeArgumentSyntax argument, int position) =>
        argument.NameEquals?.Name.Identifier.ValueText
        ?? Pascal(argument.NameColon?.Name.Identifier.ValueText ?? ParameterName(attribute, position));

    /// <summary>Whether a positional argument is one of a list, as the layers that a merging operation names.</summary>
    public static bool IsElement(AttributeData attribute, int position) =>
        attribute.AttributeConstructor is { Parameters: { Length: > 0 } parameters } && position >= parameters.Length - 1 && parameters[parameters.Length - 1].IsParams;

    private static string? ParameterName(AttributeData attribute, int index) =>
        attribute.AttributeConstructor is { } constructor && index < constructor.Parameters.Length ? constructor.Parameters[index].Name : null;

    private static string? Pascal(string? name) => name is null or "" ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
