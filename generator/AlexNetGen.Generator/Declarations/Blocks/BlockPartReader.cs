using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Reads a class with <c>[Block]</c> for what is generated for it, and for what is reported at it.</summary>
internal static class BlockPartReader
{
    public static (BlockPart Part, SourceMap Map) Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        SourceMap map = new();
        List<Problem> problems = [];
        map.Add(Place.Type, BlockReader.LocationOf(type));
        TypeName name = TypeReader.Read(type, isBlock: true, problems, cancellation);
        List<BlockFault> faults = [];
        BlockCatalog blocks = new(compilation, cancellation);
        BlockDeclaration block = BlockReader.Read(type, blocks, faults);
        foreach (BlockFault fault in faults)
        {
            Report(fault.Rule, fault.Location, fault.Message);
        }

        if (faults.Count == 0 && blocks.Cycle(type) is { Count: > 0 } cycle)
        {
            BlockUse use = block.Layers.Select(layer => layer.Use).First(use => use?.Block.Name == cycle[1])!;
            Report(Rules.BlockCycle, use.Location, $"{type.Name} contains itself: {string.Join(" -> ", cycle)}. A block is put in the place of each of its uses; take one of them out.");
        }

        NetworkDeclaration? network = problems.Count == 0 && blocks.IsSound(type) ? ReadNetwork(type, name, block, blocks, map, problems) : null;
        return (new BlockPart(
            name,
            SyntaxFacts.GetText(type.DeclaredAccessibility),
            type.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellation) ?? string.Empty,
            block.Parameters.ToEquatableArray(),
            block.Layers.Select(layer => layer.Declaration).ToEquatableArray(),
            network,
            problems.ToEquatableArray()), map);

        void Report(string rule, Location location, string message)
        {
            Place place = new(-1, -1, $"fault {Formula.Number(problems.Count)}");
            map.Add(place, location);
            problems.Add(new Problem(rule, place, message));
        }
    }

    /// <summary>The block by itself, with its parameters as declared; null where it has no input shape.</summary>
    private static NetworkDeclaration? ReadNetwork(INamedTypeSymbol type, TypeName name, BlockDeclaration block, BlockCatalog blocks, SourceMap map, List<Problem> problems)
    {
        AttributeData attribute = type.GetAttributes().First(BlockUseReader.IsBlock);
        OperationDeclaration arguments = AttributeReader.Read(attribute, Place.Network, map, blocks.Cancellation);
        EquatableArray<int> input = DeclarationReader.ReadInput(arguments);
        if (arguments.IsBroken || input.Count == 0)
        {
            return null;
        }

        List<LayerDeclaration> layers = [];
        List<Problem> found = [];
        BlockSite site = new(Layer: null, Weights: string.Empty, LayerInputs.NetworkInput, Location: null, new Dictionary<string, Location>());
        layers.Add(new BlockExpansion(blocks, layers, map, found).Expand(block, new BlockValues(block, use: null, enclosing: null), site));
        problems.AddRange(found);
        return new NetworkDeclaration(name, input, InputIsBroken: false, Rounding: null, Dialect.PyTorch, ConvolutionAlgorithms.Fastest, Parameters: null, ParametersIncomplete: false, layers.ToEquatableArray(), []);
    }
}
