using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>The blocks that a network or a block uses, each read once.</summary>
internal sealed class BlockCatalog(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<INamedTypeSymbol, BlockDeclaration> _blocks = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, BlockUse?> _uses = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, bool> _sound = new(SymbolEqualityComparer.Default);

    public Compilation Compilation => compilation;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The use of a block among the attributes of a network's member; null where there is none.</summary>
    public BlockUse? FindUse(ISymbol member)
    {
        if (!_uses.TryGetValue(member, out BlockUse? use))
        {
            _uses[member] = use = member.GetAttributes()
                .Select(attribute => BlockUseReader.Find(attribute, enclosing: null, compilation, cancellation))
                .FirstOrDefault(found => found is not null);
        }

        return use;
    }

    public BlockDeclaration Read(INamedTypeSymbol block)
    {
        if (!_blocks.TryGetValue(block, out BlockDeclaration? declaration))
        {
            _blocks[block] = declaration = BlockReader.Read(block, this, []);
        }

        return declaration;
    }

    /// <summary>Whether neither the block nor one that it uses has an error of its own, or contains itself.</summary>
    public bool IsSound(INamedTypeSymbol block)
    {
        if (_sound.TryGetValue(block, out bool sound))
        {
            return sound;
        }

        // False while it is looked into: a block that contains itself finds that.
        _sound[block] = false;
        BlockDeclaration declaration = Read(block);
        sound = !declaration.IsBroken && declaration.Layers.All(layer => layer.Use is null || (!layer.Use.IsBroken && IsSound(layer.Use.Block)));
        return _sound[block] = sound;
    }

    /// <summary>The blocks on the way from one to itself; empty where it does not contain itself.</summary>
    public IReadOnlyList<string> Cycle(INamedTypeSymbol block)
    {
        HashSet<INamedTypeSymbol> seen = new(SymbolEqualityComparer.Default);
        return Path(block) ?? [];

        List<string>? Path(INamedTypeSymbol current)
        {
            foreach (BlockUse use in Read(current).Layers.Select(layer => layer.Use).OfType<BlockUse>())
            {
                if (SymbolEqualityComparer.Default.Equals(use.Block, block))
                {
                    return [current.Name, block.Name];
                }

                if (seen.Add(use.Block) && Path(use.Block) is { } rest)
                {
                    return [current.Name, .. rest];
                }
            }

            return null;
        }
    }
}
