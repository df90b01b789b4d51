using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads the layers of a network's class.</summary>
internal static class LayerReader
{
    /// <param name="type">The class.</param>
    /// <param name="networkPart">The part that carries <c>[Network]</c>, which wins where parts disagree.</param>
    /// <param name="blocks">The blocks that layers use.</param>
    /// <param name="map">Takes the positions.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static EquatableArray<LayerDeclaration> Read(
        INamedTypeSymbol type, SyntaxNode? networkPart, BlockCatalog blocks, SourceMap map, List<Problem> problems)
    {
        CancellationToken cancellation = blocks.Cancellation;
        List<(ISymbol Member, SyntaxNode Part, int Position)> members = [];
        foreach (ISymbol member in type.GetMembers())
        {
            if ((LayerForm.IsLayer(member) || blocks.FindUse(member) is not null) && member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax
                && syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part)
            {
                members.Add((member, part, syntax.SpanStart));
            }
            else if (GeneratedNames.ClashesWith(member))
            {
                Location location = member.Locations.FirstOrDefault() ?? Location.None;
                Place place = new(-1, -1, member.Name);
                map.Add(place, location);
                problems.Add(new Problem(Rules.ReservedName, place, member is IMethodSymbol { MethodKind: MethodKind.Constructor }
                    ? $"A constructor that takes an ITensorSource is generated into {type.Name}. Give this one other parameters."
                    : $"'{member.Name}' is a name that is generated into {type.Name}. Give the member another name."));
            }
        }

        SyntaxNode? home = members.Any(member => member.Part == networkPart) ? networkPart : members.Select(member => member.Part).FirstOrDefault();
        List<LayerDeclaration> layers = [];
        HashSet<string> names = [];
        bool scattered = false;
        foreach ((ISymbol member, SyntaxNode part, int _) in members.OrderBy(member => member.Part == home ? 0 : 1).ThenBy(member => member.Position))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!names.Add(member.Name))
            {
                // C# reports the second declaration of a name itself.
                continue;
            }

            LayerDeclaration? result = BlockUses.Expand(member, layers, names, blocks, map, problems);
            int index = layers.Count;
            map.Add(Place.LayerName(index), member.Locations.FirstOrDefault() ?? Location.None);
            LayerDeclaration layer = ReadLayer(member, index, result, map, cancellation);
            layers.Add(layer);
            if (!layer.IsWellFormed)
            {
                problems.Add(new Problem(Rules.LayerForm, Place.LayerName(index), $"{member.Name} is not a layer: {LayerForm.Reason(member, cancellation)}. Write it as 'public static partial Layer {member.Name} {{ get; }}'."));
            }
            else if (part != home && !scattered)
            {
                scattered = true;
                problems.Add(new Problem(
                    Rules.ScatteredLayers,
                    Place.LayerName(index),
                    $"{member.Name} stands in another part of {type.Name} than {members.First(other => other.Part == home).Member.Name}, so the order of the layers is not defined. Move all layers into one part.",
                    Related: [Place.LayerName(0)]));
            }
            else if (GeneratedNames.IsReserved(member.Name))
            {
                problems.Add(new Problem(Rules.ReservedName, Place.LayerName(index), $"'{member.Name}' is a name that is generated into {type.Name}. Give the layer another name."));
            }
        }

        ReportTaken(layers, problems);
        return layers.ToEquatableArray();
    }

    /// <summary>A layer of a block is <c>A.Conv1</c>, and <c>A_Conv1</c> in code.</summary>
    private static void ReportTaken(List<LayerDeclaration> layers, List<Problem> problems)
    {
        HashSet<string> within = [.. layers.Where(layer => layer.Name != layer.Identifier).Select(layer => layer.Identifier)];
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Name == layers[i].Identifier && within.Contains(layers[i].Name))
            {
                problems.Add(new Problem(Rules.ReservedName, Place.LayerName(i), $"'{layers[i].Name}' is the name in code of {layers.First(layer => layer.Name != layer.Identifier && layer.Identifier == layers[i].Name).Name}. Give the layer another name."));
            }
        }
    }

    /// <summary>Reads a layer; where it uses a block, its operations follow those of the block's last layer.</summary>
    private static LayerDeclaration ReadLayer(ISymbol member, int index, LayerDeclaration? blockResult, SourceMap map, CancellationToken cancellation)
    {
        List<OperationDeclaration> operations = blockResult is null ? [] : [.. blockResult.Operations];
        AttributeData? from = null;
        AttributeData? shape = null;
        AttributeData? parameters = null;
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (AttributeReader.IsOperation(attribute))
            {
                operations.Add(AttributeReader.Read(attribute, Place.OperationArgument(index, operations.Count), map, cancellation));
            }
            else if (AttributeReader.NameOf(attribute) == "From")
            {
                from ??= attribute;
            }
            else if (AttributeReader.NameOf(attribute) == "Shape")
            {
                shape ??= attribute;
            }
            else if (AttributeReader.NameOf(attribute) == "Parameters")
            {
                parameters ??= attribute;
            }
        }

        (long? count, bool incomplete) = AttributeReader.ReadParameters(parameters, Place.Assertion(index, "Parameters"), map, cancellation);
        (string? implementation, EquatableArray<string> accessors) = ImplementingPart.Of(member, cancellation);
        return new LayerDeclaration(
            member.Name,
            blockResult is null ? AttributeReader.ReadFrom(from, Place.Assertion(index, "From"), map, cancellation) : blockResult.From,
            operations.ToEquatableArray(),
            AttributeReader.ReadShape(shape, Place.Assertion(index, "Shape"), map, cancellation),
            count,
            incomplete,
            implementation,
            accessors,
            Documentation(member, cancellation),
            LayerForm.Reason(member, cancellation) is null)
        {
            IsOutput = AttributeReader.IsOutput(member) || blockResult is { IsOutput: true },
        };
    }

    /// <summary>The doc comment as XML, which the compiler makes anew for each compilation: where there is one.</summary>
    private static string Documentation(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { HasStructuredTrivia: true }
            ? member.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellation) ?? string.Empty
            : string.Empty;
}
