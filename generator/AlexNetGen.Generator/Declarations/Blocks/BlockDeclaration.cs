using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>A block as its class declares it: expressions of its parameters, which every use computes anew.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Parameters">Its constants.</param>
/// <param name="Layers">Its layers, in source order.</param>
/// <param name="IsBroken">Whether something is wrong that is reported at the block itself.</param>
internal sealed record BlockDeclaration(string Name, IReadOnlyList<BlockParameter> Parameters, IReadOnlyList<BlockLayer> Layers, bool IsBroken);

/// <summary>A parameter of a block.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Type">Its type as C# source: <c>int</c>, or an enum's full name.</param>
/// <param name="Default">Its value where a use does not set it.</param>
/// <param name="DefaultText">That value as written.</param>
/// <param name="Documentation">The user's doc comment, as XML; empty where there is none.</param>
internal sealed record BlockParameter(string Name, string Type, ConstantExpression Default, string DefaultText, string Documentation)
{
    /// <summary>The constants of a block.</summary>
    public static IEnumerable<IFieldSymbol> In(INamedTypeSymbol? block) =>
        block?.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst) ?? [];
}

/// <summary>A layer of a block.</summary>
/// <param name="Declaration">The layer with the block's parameters as declared; its operations stand in <paramref name="Operations"/>.</param>
/// <param name="When">Its condition; null where it always stands.</param>
/// <param name="From">What <c>[From]</c> names; null where there is none.</param>
/// <param name="Use">The block that it uses; null where it uses none.</param>
/// <param name="Operations">Its operations, after the block's.</param>
/// <param name="Shape">What <c>[Shape]</c> asserts; null where there is none.</param>
/// <param name="Parameters">What <c>[Parameters]</c> asserts; null where there is none.</param>
/// <param name="Location">Its name in the source.</param>
internal sealed record BlockLayer(
    LayerDeclaration Declaration,
    ConstantExpression? When,
    ConstantExpression? From,
    BlockUse? Use,
    IReadOnlyList<BlockOperation> Operations,
    IReadOnlyList<ConstantExpression>? Shape,
    ConstantExpression? Parameters,
    Location Location)
{
    public string Name => Declaration.Name;
}

/// <summary>An operation of a block's layer.</summary>
/// <param name="Declaration">The operation with the block's parameters as declared.</param>
/// <param name="Arguments">The arguments that are written.</param>
/// <param name="Location">Its attribute.</param>
internal sealed record BlockOperation(OperationDeclaration Declaration, IReadOnlyList<BlockArgument> Arguments, Location Location);

/// <summary>An argument in a block.</summary>
/// <param name="Name">The property it sets; null for one of the layers that a merging operation names.</param>
/// <param name="Index">Its number among those layers.</param>
/// <param name="Value">The expression.</param>
/// <param name="Location">Where it is written.</param>
internal sealed record BlockArgument(string? Name, int Index, ConstantExpression Value, Location Location);

/// <summary>The use of a block on a layer: <c>[Bottleneck(Width = 128, Weights = "layer2.0")]</c>.</summary>
/// <param name="Block">The block's class.</param>
/// <param name="Arguments">The arguments by name; <c>Weights</c> among them.</param>
/// <param name="IsBroken">Whether C# itself reports an error in it.</param>
/// <param name="Location">Its attribute.</param>
internal sealed record BlockUse(INamedTypeSymbol Block, IReadOnlyDictionary<string, BlockArgument> Arguments, bool IsBroken, Location Location);
