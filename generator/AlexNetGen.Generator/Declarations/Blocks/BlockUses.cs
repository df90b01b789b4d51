using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Puts the blocks that a network's layers use in their places.</summary>
internal static class BlockUses
{
    /// <summary>
    /// Adds the layers of the block that a layer uses, but the last, which is returned to become the layer; null where it
    /// uses none.
    /// </summary>
    /// <param name="member">The layer.</param>
    /// <param name="layers">The layers above; takes the block's.</param>
    /// <param name="names">The names of the layers up to this one, without those in blocks.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="map">Takes the positions.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static LayerDeclaration? Expand(
        ISymbol member, List<LayerDeclaration> layers, IReadOnlyCollection<string> names, BlockCatalog blocks, SourceMap map, List<Problem> problems)
    {
        ReportWhen(member, map, problems);
        if (blocks.FindUse(member) is not { } use)
        {
            return null;
        }

        AttributeData? fromAttribute = member.GetAttributes().FirstOrDefault(attribute => AttributeReader.NameOf(attribute) == "From");
        string? from = AttributeReader.ReadFrom(fromAttribute, default, new SourceMap(), blocks.Cancellation);
        string? misuse = Misuse(member, use, blocks.Cancellation);
        if (misuse is not null)
        {
            Place place = new(-1, -1, $"use {member.Name}");
            map.Add(place, use.Location);
            problems.Add(new Problem(Rules.BlockUse, place, misuse));
        }

        bool readsNothing = from is not null && from != LayerInputs.NetworkInput && (from == member.Name || !names.Contains(from));
        if (misuse is not null || readsNothing || use.IsBroken || !blocks.IsSound(use.Block))
        {
            if (fromAttribute is not null)
            {
                AttributeReader.ReadFrom(fromAttribute, Place.Assertion(layers.Count, "From"), map, blocks.Cancellation);
            }

            return Broken(member.Name, from);
        }

        string input = from ?? (layers.Count == 0 ? LayerInputs.NetworkInput : layers[layers.Count - 1].Name);
        string prefix = use.Arguments.TryGetValue("Weights", out BlockArgument? weights) ? weights.Value.Evaluate(_ => null) as string ?? string.Empty : member.Name;
        BlockDeclaration block = blocks.Read(use.Block);
        BlockSite site = new(member.Name, prefix, input, use.Location, BlockExpansion.Locations(use));
        try
        {
            return new BlockExpansion(blocks, layers, map, problems).Expand(block, new BlockValues(block, use, enclosing: null), site);
        }
        catch (ArithmeticException)
        {
            // An argument that does not fit its parameter, which C# reports.
            return Broken(member.Name, from);
        }
    }

    private static string? Misuse(ISymbol member, BlockUse use, CancellationToken cancellation)
    {
        if (use.Block.DeclaringSyntaxReferences.IsEmpty)
        {
            return $"{member.Name}: {use.Block.Name} comes compiled from {use.Block.ContainingAssembly?.Name}, and a block must be in the project that uses it, for its expressions are not kept. Add its source file to this project.";
        }

        bool stands = member.GetAttributes().Any(attribute => AttributeReader.IsOperation(attribute)
            && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            && syntax.SyntaxTree == use.Location.SourceTree && syntax.SpanStart < use.Location.SourceSpan.Start);
        return stands ? BlockLayerReader.NotFirst(member.Name, use.Block.Name) : null;
    }

    private static void ReportWhen(ISymbol member, SourceMap map, List<Problem> problems)
    {
        if (member.GetAttributes().FirstOrDefault(attribute => AttributeReader.NameOf(attribute) == "When") is { ApplicationSyntaxReference: { } reference })
        {
            Place place = new(-1, -1, $"when {member.Name}");
            map.Add(place, Location.Create(reference.SyntaxTree, reference.Span));
            problems.Add(new Problem(Rules.BlockUse, place, $"{member.Name}: [When] leaves out layers of a block, and this is a layer of a network, which has no parameters. Remove it."));
        }
    }

    private static LayerDeclaration Broken(string name, string? from) => new(
        name, from, [new OperationDeclaration("Identity", [], IsBroken: true)], null, null, ParametersIncomplete: false, null, [], string.Empty, IsWellFormed: true);
}
