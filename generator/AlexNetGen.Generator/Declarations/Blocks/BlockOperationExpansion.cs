using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Diagnostics;
using AlexNetGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Computes the arguments of an operation of a block for one use.</summary>
/// <param name="map">Takes the positions.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="site">Where the block is used.</param>
/// <param name="values">The values of that use.</param>
/// <param name="names">The full names of the block's layers.</param>
internal sealed class BlockOperationExpansion(SourceMap map, List<Problem> problems, BlockSite site, BlockValues values, IReadOnlyDictionary<string, string> names)
{
    /// <param name="operation">The operation.</param>
    /// <param name="place">Where it comes to stand.</param>
    /// <param name="layer">The full name of its layer.</param>
    /// <param name="ownWeights">The prefix of its tensors where it writes none; null where it must write one.</param>
    public OperationDeclaration Expand(BlockOperation operation, Place place, string layer, string? ownWeights)
    {
        OperationDeclaration result = operation.Declaration;
        MapTo(place, operation.Location, site.Location);
        List<string> layers = [.. result.Layers];
        foreach (BlockArgument argument in operation.Arguments)
        {
            Place at = place with { Argument = argument.Name ?? Place.Element(argument.Index) };
            MapTo(at, argument.Location, site.CauseOf(argument.Value, values));
            object? value;
            try
            {
                value = values.Of(argument.Value);
            }
            catch (ArithmeticException error)
            {
                Report(problems, map, at, site.CauseOf(argument.Value, values), argument.Location, $"{layer}: {operation.Declaration.Name}'s {argument.Name} cannot be computed with {values.Text(argument.Value.Parameters)}: {error.Message}");
                return result with { IsBroken = true };
            }

            if (argument.Name is null)
            {
                if (argument.Index < layers.Count && value is string name)
                {
                    layers[argument.Index] = names.TryGetValue(name, out string? full) ? full : name;
                }
            }
            else if (result[argument.Name] is { } declared)
            {
                result = result.With(argument.Name, ConstantArithmetic.Convert(TypeOf(declared), value));
            }
        }

        result = result with { Layers = layers.ToEquatableArray() };
        if (!Operation.Find(result.Name)!.HasWeights)
        {
            return result;
        }

        string? weights = result["Weights"] as string ?? ownWeights;
        return weights is null ? result : result.With("Weights", site.PrefixOf(weights));
    }

    /// <summary>Reports at the use of a block what is wrong within it.</summary>
    public static void Report(List<Problem> problems, SourceMap map, Place place, Location? use, Location origin, string message)
    {
        map.Add(place, use ?? origin);
        if (use is not null)
        {
            map.AddOrigin(place, origin);
        }

        problems.Add(new Problem(Rules.BlockValue, place, $"{message.TrimEnd('.')}. Set other values, or mend the block."));
    }

    private void MapTo(Place place, Location own, Location? use)
    {
        map.Add(place, use ?? own);
        if (use is not null)
        {
            map.AddOrigin(place, own);
        }
    }

    private static string TypeOf(object value) => value switch { int => "int", long => "long", float => "float", double => "double", _ => string.Empty };
}
