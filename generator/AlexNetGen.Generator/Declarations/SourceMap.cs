using Microsoft.CodeAnalysis;

namespace AlexNetGen.Generator.Declarations;

/// <summary>The positions of a declaration's parts, kept apart from it.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<Place, Location> _locations = [];
    private readonly Dictionary<Place, Location> _origins = [];

    public void Add(Place place, Location location) => _locations[place] = location;

    /// <summary>The location of a place; where it is not written, that of what it would stand in.</summary>
    public Location this[Place place] =>
        _locations.TryGetValue(place, out Location? exact) ? exact
        : place.Argument is not null && _locations.TryGetValue(place with { Argument = null }, out Location? attribute) ? attribute
        : _locations.TryGetValue(new Place(place.Layer, -1, null), out Location? owner) ? owner
        : _locations.TryGetValue(Place.Type, out Location? type) ? type
        : Location.None;

    /// <summary>Adds where, within a block, something stands whose own place is the use of the block.</summary>
    public void AddOrigin(Place place, Location location) => _origins[place] = location;

    /// <summary>Where a place stands within a block; null where it is in none.</summary>
    public Location? Origin(Place place) =>
        _origins.TryGetValue(place, out Location? exact) ? exact
        : place.Argument is not null && _origins.TryGetValue(place with { Argument = null }, out Location? attribute) ? attribute
        : place.Operation < 0 && _origins.TryGetValue(new Place(place.Layer, -1, null), out Location? owner) ? owner
        : null;
}
