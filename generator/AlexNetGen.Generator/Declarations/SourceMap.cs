using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>The positions of a declaration's parts, kept apart from it.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<Place, Location> _locations = [];

    public void Add(Place place, Location location) => _locations[place] = location;

    /// <summary>The location of a place; where it is not written, that of what it would stand in.</summary>
    public Location this[Place place] =>
        _locations.TryGetValue(place, out Location? exact) ? exact
        : place.Argument is not null && _locations.TryGetValue(place with { Argument = null }, out Location? attribute) ? attribute
        : _locations.TryGetValue(new Place(place.Layer, -1, null), out Location? owner) ? owner
        : _locations.TryGetValue(Place.Type, out Location? type) ? type
        : Location.None;
}
