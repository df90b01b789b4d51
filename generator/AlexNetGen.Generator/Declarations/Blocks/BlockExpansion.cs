using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>
/// Puts the layers of a block where it is used, with the values of that use: what follows knows layers alone, and those
/// of a block are called <c>Layer2A.Conv1</c>. The block's last layer takes the name of the layer that uses it.
/// </summary>
/// <param name="blocks">The blocks.</param>
/// <param name="layers">Takes the layers, but the last.</param>
/// <param name="map">Takes their positions.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class BlockExpansion(BlockCatalog blocks, List<LayerDeclaration> layers, SourceMap map, List<Problem> problems)
{
    /// <summary>Adds the layers of a block but the last, which is returned.</summary>
    public LayerDeclaration Expand(BlockDeclaration block, BlockValues values, BlockSite site)
    {
        List<BlockLayer> present = [.. block.Layers.Where(layer => layer.When is null || Value(layer.When, values, site, layer) is not false)];
        Dictionary<string, string> names = new() { [BlockReader.BlockInput] = BlockReader.BlockInput };
        string previous = BlockReader.BlockInput;
        foreach (BlockLayer layer in block.Layers)
        {
            // A layer that is left out is another name of what it would have read.
            names[layer.Name] = present.Contains(layer) ? layer.Name : names[FirstRead(layer, previous, values, site)];
            previous = names[layer.Name];
        }

        BlockLayer? result = present.Count > 0 && names[block.Layers[block.Layers.Count - 1].Name] == present[present.Count - 1].Name ? present[present.Count - 1] : null;
        Dictionary<string, string> full = names.ToDictionary(
            pair => pair.Key,
            pair => pair.Value == BlockReader.BlockInput ? site.Input : site.NameOf(pair.Value, pair.Value == result?.Name));
        LayerDeclaration last = new(string.Empty, null, [], null, null, false, null, [], string.Empty, IsWellFormed: true);
        foreach (BlockLayer layer in block.Layers)
        {
            if (present.Contains(layer))
            {
                last = Add(layer, full[FirstRead(layer, previous: Previous(block, layer), values, site)], full, values, site);
                if (layer != result)
                {
                    layers.Add(last);
                }
            }
        }

        // The result is the input, or that of an earlier layer which has a name of its own.
        return result is not null ? last : last with
        {
            Name = site.NameOf(block.Layers[block.Layers.Count - 1].Name, isResult: true),
            From = full[block.Layers[block.Layers.Count - 1].Name],
            Operations = [new OperationDeclaration("Identity", [], IsBroken: false)],
            Shape = null,
            Parameters = null,
        };
    }

    private static string Previous(BlockDeclaration block, BlockLayer layer)
    {
        int index = block.Layers.ToList().IndexOf(layer);
        return index == 0 ? BlockReader.BlockInput : block.Layers[index - 1].Name;
    }

    /// <summary>The layer of the block that a layer reads, or the first of those that it merges.</summary>
    private string FirstRead(BlockLayer layer, string previous, BlockValues values, BlockSite site)
    {
        BlockOperation? first = layer.Use is null && layer.Operations.Count > 0 ? layer.Operations[0] : null;
        ConstantExpression? named = layer.From
            ?? (first is not null && Operation.Find(first.Declaration.Name)!.Merges ? first.Arguments.FirstOrDefault(argument => argument.Name is null)?.Value : null);
        return named is null ? previous : Value(named, values, site, layer) as string ?? previous;
    }

    private LayerDeclaration Add(BlockLayer layer, string from, Dictionary<string, string> full, BlockValues values, BlockSite site)
    {
        List<OperationDeclaration> operations = [];
        string name = full[layer.Name];
        LayerDeclaration declaration = layer.Declaration with { Name = name, From = from };
        if (layer.Use is not null)
        {
            declaration = Nested(layer, layer.Use, from, name, values, site);
            operations.AddRange(declaration.Operations);
        }
        else if (layer.Operations.Count > 0 && Operation.Find(layer.Operations[0].Declaration.Name)!.Merges)
        {
            declaration = declaration with { From = null };
        }

        int index = layers.Count;
        MapLayer(index, layer, site);
        BlockOperationExpansion expansion = new(map, problems, site, values, full);
        foreach (BlockOperation operation in layer.Operations)
        {
            bool isFirstWithWeights = layer.Use is null && !operations.Any(other => Operation.Find(other.Name)!.HasWeights);
            operations.Add(expansion.Expand(operation, Place.OperationArgument(index, operations.Count), name, isFirstWithWeights ? layer.Name : null));
        }

        return declaration with
        {
            Operations = operations.ToEquatableArray(),
            Shape = layer.Shape is null ? declaration.Shape : layer.Shape.Select(dimension => Value(dimension, values, site, layer) as int? ?? 0).ToEquatableArray(),
            Parameters = layer.Parameters is null ? declaration.Parameters
                : Value(layer.Parameters, values, site, layer) is { } count and not string and not bool ? Convert.ToInt64(count, System.Globalization.CultureInfo.InvariantCulture) : null,
            Implementation = site.Layer is null ? layer.Declaration.Implementation : null,
            Accessors = layer.Declaration.Accessors,
            Documentation = layer.Declaration.Documentation,
            IsOutput = layer.Declaration.IsOutput || declaration.IsOutput,
        };
    }

    private LayerDeclaration Nested(BlockLayer layer, BlockUse use, string from, string name, BlockValues values, BlockSite site)
    {
        string weights = use.Arguments.TryGetValue("Weights", out BlockArgument? prefix) ? Value(prefix.Value, values, site, layer) as string ?? string.Empty : layer.Name;
        BlockDeclaration block = blocks.Read(use.Block);
        BlockSite nested = new(name, site.PrefixOf(weights), from, site.Location ?? use.Location, site.Location is null ? Locations(use) : Causes(use, values, site));
        try
        {
            return Expand(block, new BlockValues(block, use, values), nested);
        }
        catch (ArithmeticException error)
        {
            BlockOperationExpansion.Report(problems, map, Place.LayerName(layers.Count), nested.Location, use.Location, $"{name}: an argument of {block.Name} cannot be computed: {error.Message}");
            return layer.Declaration with { Name = name, From = from, Operations = [new OperationDeclaration("Identity", [], IsBroken: true)] };
        }
    }

    /// <summary>Where a use sets the parameters.</summary>
    public static IReadOnlyDictionary<string, Location> Locations(BlockUse use) => use.Arguments.ToDictionary(pair => pair.Key, pair => pair.Value.Location);

    /// <summary>Where the outermost use sets what the arguments of a use within its block come from.</summary>
    private static Dictionary<string, Location> Causes(BlockUse use, BlockValues values, BlockSite site) =>
        use.Arguments.ToDictionary(pair => pair.Key, pair => site.CauseOf(pair.Value.Value, values) ?? pair.Value.Location);

    private void MapLayer(int index, BlockLayer layer, BlockSite site)
    {
        map.Add(Place.LayerName(index), site.Location ?? layer.Location);
        if (site.Location is not null)
        {
            map.AddOrigin(Place.LayerName(index), layer.Location);
        }
    }

    private object? Value(ConstantExpression expression, BlockValues values, BlockSite site, BlockLayer layer)
    {
        try
        {
            return values.Of(expression);
        }
        catch (ArithmeticException error)
        {
            Place place = new(layers.Count, -1, $"value {layer.Name}");
            BlockOperationExpansion.Report(
                problems, map, place, site.CauseOf(expression, values), layer.Location, $"{site.NameOf(layer.Name, isResult: false)}: a value cannot be computed with {values.Text(expression.Parameters)}: {error.Message}");
            return null;
        }
    }
}
