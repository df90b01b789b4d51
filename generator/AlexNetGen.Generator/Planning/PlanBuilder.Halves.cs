using AlexNetGen.Generator.Checking;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Two layers whose channels are dealt round, as ShuffleNet does it: each is in a buffer of its own, so that nothing is copied
/// to join them, and where the result is read in halves so is each of these, so that nothing is copied to split it.
/// </summary>
internal sealed partial class PlanBuilder
{
    private ShuffledHalves _shuffled;

    /// <summary>Takes two layers as the halves of a value that is joined only in name, where this layer shuffles them.</summary>
    public bool TryJoinInHalves(IReadOnlyList<int> layers, Shape output)
    {
        if (_shuffled == ShuffledHalves.None)
        {
            return false;
        }

        _current = new Value(Buffer.None, output, ChannelsLast: true) { Halves = (Fetch(layers[0]).Buffer, Fetch(layers[1]).Buffer) };
        _fusible = -1;
        return true;
    }

    /// <summary>Deals the channels of a value in halves round: to halves again, or to one map.</summary>
    public bool TryShuffleHalves(Geometry geometry)
    {
        if (_current.Halves is not { } halves)
        {
            return false;
        }

        if (_shuffled == ShuffledHalves.IntoOne)
        {
            Buffer whole = NewBuffer(_current.Shape.Length);
            Add(
                "HalvesShuffling.ForwardWhole",
                new TypeArgument(geometry.Name, IsShape: false),
                [new("left", halves.First), new("right", halves.Second), new("output", whole), new("team", null, OperandKind.Team)]);
            _current = new Value(whole, _current.Shape, ChannelsLast: true);
            return true;
        }

        Buffer first = NewBuffer(_current.Shape.Length / 2), second = NewBuffer(_current.Shape.Length / 2);
        first.IsShared = second.IsShared = true;
        Add(
            "HalvesShuffling.Forward",
            new TypeArgument(geometry.Name, IsShape: false),
            [new("left", halves.First), new("right", halves.Second), new("first", first), new("second", second), new("team", null, OperandKind.Team)]);
        _current = _current with { Halves = (first, second) };
        return true;
    }

    /// <summary>Takes some channels of a value in halves: one of the halves.</summary>
    public bool TryTakeHalf(int start, Shape output)
    {
        if (_current.Halves is not { } halves)
        {
            return false;
        }

        _current = new Value(start == 0 ? halves.First : halves.Second, output, ChannelsLast: true);
        _heir = _drafts.FindLastIndex(draft => draft.Operands.Exists(operand => operand.Buffer == halves.First && operand.Name == "first"));
        return true;
    }
}
