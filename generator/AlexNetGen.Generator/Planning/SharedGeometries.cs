using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Calls of equal constants share the geometry of the first, so that a kernel is compiled once for all of them: ResNet's
/// blocks repeat themselves.
/// </summary>
internal static class SharedGeometries
{
    public static NetworkPlan Of(NetworkPlan plan)
    {
        Dictionary<(string Interface, EquatableArray<GeometryMember> Members), string> firsts = [];
        Dictionary<string, string> names = [];
        List<Geometry> kept = [];
        foreach (Geometry geometry in plan.Geometries)
        {
            if (!firsts.TryGetValue((geometry.Interface, geometry.Members), out string? first))
            {
                firsts[(geometry.Interface, geometry.Members)] = first = geometry.Name;
                kept.Add(geometry);
            }

            names[geometry.Name] = first;
        }

        return kept.Count == plan.Geometries.Count ? plan : plan with
        {
            Forward = plan.Forward with { Steps = Renamed(plan.Forward.Steps, names) },
            Batch = plan.Batch is null ? null : plan.Batch with { Steps = Renamed(plan.Batch.Steps, names) },
            Activations = plan.Activations with { Steps = Renamed(plan.Activations.Steps, names) },
            Geometries = kept.ToEquatableArray(),
            Weights = plan.Weights.Select(weights => Renamed(weights, names)).ToEquatableArray(),
        };
    }

    private static EquatableArray<Step> Renamed(EquatableArray<Step> steps, Dictionary<string, string> names) => steps
        .Select(step => step.TypeArgument is { IsShape: false } argument ? step with { TypeArgument = argument with { Name = names[argument.Name], Second = argument.Second is null ? null : names[argument.Second] } } : step)
        .ToEquatableArray();

    private static LayerWeights Renamed(LayerWeights weights, Dictionary<string, string> names)
    {
        string old = $"<{Formats.EscapeKeyword(weights.Geometry)}>";
        string shared = $"<{Formats.EscapeKeyword(names[weights.Geometry])}>";
        return weights with
        {
            Geometry = names[weights.Geometry],
            Tensors = weights.Tensors.Select(tensor => tensor with { Accessor = tensor.Accessor.Replace(old, shared) }).ToEquatableArray(),
        };
    }
}
