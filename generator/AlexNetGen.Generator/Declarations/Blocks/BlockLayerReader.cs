using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads a layer of a block, with the expressions in its attributes.</summary>
internal static class BlockLayerReader
{
    public static BlockLayer Read(ISymbol member, INamedTypeSymbol block, BlockCatalog blocks, List<BlockFault> faults)
    {
        List<BlockOperation> operations = [];
        ConstantExpression? when = null;
        ConstantExpression? from = null;
        ConstantExpression? parameters = null;
        IReadOnlyList<ConstantExpression>? shape = null;
        BlockUse? use = null;
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax(blocks.Cancellation) is not AttributeSyntax syntax)
            {
                continue;
            }

            switch (AttributeReader.NameOf(attribute))
            {
                case "When":
                    when = Arguments(attribute, syntax, block, blocks, faults).FirstOrDefault()?.Value;
                    break;
                case "From":
                    from = Arguments(attribute, syntax, block, blocks, faults).FirstOrDefault()?.Value ?? new ConstantValue(string.Empty);
                    break;
                case "Shape":
                    shape = [.. Arguments(attribute, syntax, block, blocks, faults).Select(argument => argument.Value)];
                    break;
                case "Parameters":
                    parameters = Arguments(attribute, syntax, block, blocks, faults).FirstOrDefault()?.Value;
                    break;
                case null:
                    BlockUse? found = BlockUseReader.Find(attribute, block, blocks.Compilation, blocks.Cancellation);
                    use ??= found;
                    if (found is not null && operations.Count > 0)
                    {
                        faults.Add(new BlockFault(Rules.BlockUse, found.Location, NotFirst(member.Name, found.Block.Name)));
                    }

                    break;
                default:
                    if (AttributeReader.IsOperation(attribute))
                    {
                        OperationDeclaration declaration = AttributeReader.Read(attribute, default, new SourceMap(), blocks.Cancellation);
                        operations.Add(new BlockOperation(declaration, Arguments(attribute, syntax, block, blocks, faults), syntax.GetLocation()));
                    }

                    break;
            }
        }

        (string? implementation, EquatableArray<string> accessors) = ImplementingPart.Of(member, blocks.Cancellation);
        LayerDeclaration layer = new(
            member.Name, From: null, [], Shape: null, Parameters: null, ParametersIncomplete: false, implementation, accessors,
            member.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: blocks.Cancellation) ?? string.Empty,
            IsWellFormed: true)
        {
            IsOutput = AttributeReader.IsOutput(member),
        };
        return new BlockLayer(layer, when, from, use, operations, shape, parameters, BlockReader.LocationOf(member));
    }

    /// <summary>What to say of a block that stands after an operation.</summary>
    public static string NotFirst(string layer, string block) =>
        $"{layer}: {block} stands after an operation, and a block must be the first thing on its layer. Give it a layer of its own.";

    private static List<BlockArgument> Arguments(
        AttributeData attribute, AttributeSyntax syntax, INamedTypeSymbol block, BlockCatalog blocks, List<BlockFault> faults)
    {
        List<BlockArgument> arguments = [];
        ConstantExpressionReader reader = new(blocks.Compilation.GetSemanticModel(syntax.SyntaxTree), block, blocks.Cancellation);
        int position = 0;
        foreach (AttributeArgumentSyntax argument in (IEnumerable<AttributeArgumentSyntax>?)syntax.ArgumentList?.Arguments ?? [])
        {
            bool isPositional = argument.NameEquals is null;
            string? name = AttributeReader.ArgumentName(attribute, argument, position);
            bool isElement = isPositional && AttributeReader.IsElement(attribute, position);
            if (reader.Read(argument.Expression) is { } value)
            {
                arguments.Add(new BlockArgument(isElement ? null : name, position, value, argument.GetLocation()));
            }

            position += isPositional ? 1 : 0;
        }

        BlockReader.ReportUnreadable(reader, block, faults);
        return arguments;
    }
}
