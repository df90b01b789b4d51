using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Sees that the layers of a block name layers above them.</summary>
internal static class BlockNames
{
    public static void Check(BlockDeclaration block, List<BlockFault> faults)
    {
        List<string> above = [];
        foreach (BlockLayer layer in block.Layers)
        {
            IEnumerable<(ConstantExpression Name, Microsoft.CodeAnalysis.Location Location)> named = layer.Operations
                .Where(operation => Operation.Find(operation.Declaration.Name)!.Merges)
                .SelectMany(operation => operation.Arguments.Where(argument => argument.Name is null))
                .Select(argument => (argument.Value, argument.Location));
            foreach ((ConstantExpression name, Microsoft.CodeAnalysis.Location location) in layer.From is null ? named : named.Prepend((layer.From, layer.Location)))
            {
                foreach (string text in Texts(name).Where(text => text != BlockReader.BlockInput && !above.Contains(text)))
                {
                    faults.Add(Fault(block, layer, text, above, location));
                }
            }

            above.Add(layer.Name);
        }
    }

    private static BlockFault Fault(BlockDeclaration block, BlockLayer layer, string name, List<string> above, Microsoft.CodeAnalysis.Location location)
    {
        string can = above.Count == 0 ? string.Empty : string.Join(", ", above) + " or ";
        return name.Length == 0
            ? new BlockFault(Rules.Incomplete, location, $"{layer.Name}: [From] needs the layer to read, as in [From(nameof({block.Layers[0].Name}))] or [From(Block.Input)].")
            : block.Layers.Any(other => other.Name == name)
            ? new BlockFault(Rules.LaterLayer, location, $"{layer.Name} reads {(name == layer.Name ? "itself" : $"{name}, which stands below it")}. Layers are computed in source order; read one above, or move {layer.Name} below {name}.")
            : new BlockFault(Rules.UnknownLayer, location, $"{layer.Name} reads '{name}', and {block.Name} has no such layer. It can read {can}Block.Input.");
    }

    /// <summary>The names that an expression can give.</summary>
    private static IEnumerable<string> Texts(ConstantExpression expression) => expression switch
    {
        ConstantValue { Value: string text } => [text],
        ConditionalExpression conditional => Texts(conditional.WhenTrue).Concat(Texts(conditional.WhenFalse)),
        _ => [],
    };
}
