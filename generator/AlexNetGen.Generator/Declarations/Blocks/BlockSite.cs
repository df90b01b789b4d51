using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>Where a block is used.</summary>
/// <param name="Layer">The layer that uses it; null where the block is looked at by itself.</param>
/// <param name="Weights">The prefix of its tensors; empty where there is none.</param>
/// <param name="Input">The layer that it reads.</param>
/// <param name="Location">The outermost use; null where the block is looked at by itself.</param>
/// <param name="Arguments">Where the outermost use sets what a parameter comes from, by the parameter's name.</param>
internal sealed record BlockSite(string? Layer, string Weights, string Input, Location? Location, IReadOnlyDictionary<string, Location> Arguments)
{
    /// <summary>The full name of a layer of the block.</summary>
    public string NameOf(string layer, bool isResult) => Layer is null ? layer : isResult ? Layer : $"{Layer}.{layer}";

    /// <summary>The full prefix of tensors.</summary>
    public string PrefixOf(string weights) => Weights.Length == 0 ? weights : weights.Length == 0 ? Weights : $"{Weights}.{weights}";

    /// <summary>Where the use sets what an expression comes from; the use itself where it does not.</summary>
    public Location? CauseOf(ConstantExpression expression, BlockValues values) =>
        values.Causes(expression).Select(name => Arguments.TryGetValue(name, out Location? location) ? location : null).FirstOrDefault(location => location is not null) ?? Location;
}
