using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Something wrong in a block, reported at the block.</summary>
internal sealed record BlockFault(string Rule, Location Location, string Message);

/// <summary>Reads a class with <c>[Block]</c>.</summary>
internal static class BlockReader
{
    /// <summary>What stands for what the use of a block reads, as the runtime's <c>Block.Input</c>.</summary>
    public const string BlockInput = "<block input>";

    /// <summary>The parameter that every block has, and the property of every attribute.</summary>
    private static readonly HashSet<string> Reserved = ["Weights", "TypeId"];

    public static BlockDeclaration Read(INamedTypeSymbol block, BlockCatalog blocks, List<BlockFault> faults)
    {
        List<BlockParameter> parameters = [.. BlockParameter.In(block).Select(field => ReadParameter(field, block, blocks, faults)).OfType<BlockParameter>()];
        List<BlockLayer> layers = [];
        foreach (ISymbol member in Members(block, blocks.Cancellation))
        {
            if (LayerForm.Reason(member, blocks.Cancellation) is { } reason)
            {
                faults.Add(new BlockFault(Rules.LayerForm, LocationOf(member), $"{member.Name} is not a layer: {reason}. Write it as 'public static partial Layer {member.Name} {{ get; }}'."));
            }
            else if (member.Name is "Description")
            {
                faults.Add(new BlockFault(Rules.ReservedName, LocationOf(member), $"'{member.Name}' is a name that is generated into {block.Name}. Give the layer another name."));
            }

            layers.Add(BlockLayerReader.Read(member, block, blocks, faults));
        }

        if (layers.Count == 0)
        {
            faults.Add(new BlockFault(Rules.Incomplete, LocationOf(block), $"{block.Name} has no layer. Declare one as '[Conv2d(Width, Kernel = 3)] public static partial Layer Conv1 {{ get; }}'."));
        }

        BlockDeclaration declaration = new(block.Name, parameters, layers, IsBroken: false);
        if (faults.Count == 0)
        {
            BlockNames.Check(declaration, faults);
        }

        return declaration with { IsBroken = faults.Count > 0 };
    }

    public static Location LocationOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol block, CancellationToken cancellation) => block.GetMembers()
        .Where(member => LayerForm.IsLayer(member))
        .GroupBy(member => member.Name).Select(group => group.First())
        .OrderBy(member => member.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath, StringComparer.Ordinal)
        .ThenBy(member => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).SpanStart);

    private static BlockParameter? ReadParameter(IFieldSymbol field, INamedTypeSymbol block, BlockCatalog blocks, List<BlockFault> faults)
    {
        if (Reserved.Contains(field.Name))
        {
            faults.Add(new BlockFault(Rules.ReservedName, LocationOf(field), $"{block.Name}: every block has a parameter {field.Name} already. Give the constant another name."));
            return null;
        }

        string type = field.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? Formats.FullName(named) : field.Type.ToDisplayString();
        if (field.Type.TypeKind != TypeKind.Enum && !ConstantArithmetic.Types.Contains(type))
        {
            faults.Add(new BlockFault(Rules.BlockValue, LocationOf(field), $"{block.Name}: a parameter cannot be a {type}. Take {string.Join(", ", ConstantArithmetic.Types)} or an enum."));
            return null;
        }

        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(blocks.Cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initializer })
        {
            // C# reports a constant without a value.
            return null;
        }

        ConstantExpressionReader reader = new(blocks.Compilation.GetSemanticModel(initializer.SyntaxTree), block, blocks.Cancellation);
        ConstantExpression? value = reader.Read(initializer);
        ReportUnreadable(reader, block, faults);
        return value is null ? null : new BlockParameter(
            field.Name, type, value, initializer.ToString(), field.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: blocks.Cancellation) ?? string.Empty);
    }

    public static void ReportUnreadable(ConstantExpressionReader reader, INamedTypeSymbol block, List<BlockFault> faults)
    {
        if (reader.Unreadable is { } expression)
        {
            faults.Add(new BlockFault(
                Rules.BlockValue,
                expression.GetLocation(),
                $"{block.Name}: '{expression}' cannot be computed for each use of the block. Write it with its constants, + - * / %, comparisons, && || !, ?:, casts and $\"...\" alone."));
        }
    }
}
