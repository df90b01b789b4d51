namespace AlexNetGen.Generator.Planning;

/// <summary>How a layer that joins two others and deals their channels round is computed.</summary>
internal enum ShuffledHalves
{
    /// <summary>It is no such layer, or is joined first and shuffled then.</summary>
    None,

    /// <summary>The channels of the two are dealt into one map.</summary>
    IntoOne,

    /// <summary>They are dealt into two halves, since the layer is read in halves.</summary>
    IntoHalves,
}
