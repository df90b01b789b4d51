using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Diagnostics;

namespace AlexNetGen.Generator.Checking;

/// <summary>Tries edits on a declaration before they are offered: they must mend the problem, and say what they break.</summary>
internal sealed class Trial
{
    private readonly NetworkDeclaration _declaration;
    private readonly string _rule;
    private readonly Place _place;
    private readonly HashSet<Place> _known;

    /// <param name="network">The network as it is, before its failures are explained.</param>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="place">Where; an operation as a whole stands for its arguments.</param>
    public Trial(CheckedNetwork network, string rule, Place place)
    {
        _declaration = network.Declaration;
        _rule = rule;
        _place = place;
        _known = [.. network.Problems.Concat(network.Failures.Select(failure => failure.Bare)).Where(problem => Rules.IsError(problem.Rule)).Select(problem => problem.Place)];
    }

    /// <summary>What the edits lead to; null where they do not mend the problem.</summary>
    public Outcome? Try(IReadOnlyList<Edit> edits)
    {
        if (edits.Count == 0)
        {
            return null;
        }

        CheckedNetwork network = NetworkChecker.Try(edits.Aggregate(_declaration, (declaration, edit) => declaration.With(edit)));
        if (network.Problems.Any(problem => problem.Rule == _rule && IsSame(problem.Place, edits)) || Hides(network, edits))
        {
            return null;
        }

        Problem? broken = network.Problems.FirstOrDefault(problem => Rules.IsError(problem.Rule) && !_known.Contains(problem.Place));
        return new Outcome(network, broken?.Place.Layer, Note(network, broken));
    }

    /// <summary>Whether the place cannot be judged any more, for something before it fails now.</summary>
    private bool Hides(CheckedNetwork network, IReadOnlyList<Edit> edits) =>
        _place.Layer < 0 ? network.Layers.Any(layer => layer.Output is null)
        : _place.Operation >= 0 && edits.All(edit => edit.Kind == EditKind.Set) ? network.Layers[_place.Layer].Operations.Count <= _place.Operation
            || network.Problems.Any(problem => Rules.IsError(problem.Rule) && (problem.Place.Layer, problem.Place.Operation) == (_place.Layer, _place.Operation))
        : network.Layers[_place.Layer].Operations.Count < network.Declaration.Layers[_place.Layer].Operations.Count;

    /// <summary>Where operations move, the layer stands for them.</summary>
    private bool IsSame(Place place, IReadOnlyList<Edit> edits) =>
        edits.Any(edit => edit.Kind != EditKind.Set) ? place.Layer == _place.Layer
        : _place.Operation >= 0 ? (place.Layer, place.Operation) == (_place.Layer, _place.Operation)
        : place == _place;

    private string Note(CheckedNetwork network, Problem? broken) =>
        broken is null ? string.Empty
        : broken.Place.Layer < 0 ? $"; then {broken.Rule} on {_declaration.Type.Name}"
        : broken.Place.Layer == _place.Layer && broken.Place.Argument == "Shape" ? $"; against the [Shape] of {network.Layers[_place.Layer].Name}"
        : broken.Place.Layer == _place.Layer && broken.Place.Operation >= 0 ? $"; then {network.Declaration.Layers[_place.Layer].Operations[broken.Place.Operation].Name} on {network.Layers[_place.Layer].Name} fails"
        : $"; then {_declaration.Layers[broken.Place.Layer].Name} fails";
}

/// <summary>What edits lead to.</summary>
/// <param name="Network">The network.</param>
/// <param name="BrokenLayer">The layer that fails then; -1 for the class, null where nothing does.</param>
/// <param name="Note">What fails then, to be added to a title; empty where nothing does.</param>
internal sealed record Outcome(CheckedNetwork Network, int? BrokenLayer, string Note);
