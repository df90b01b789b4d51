using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Several values in one buffer, without copies where those who compute them can write there.</summary>
internal sealed partial class PlanBuilder
{
    /// <summary>The drafts that made the layers which one other layer reads.</summary>
    private readonly Dictionary<int, int> _makers = [];

    /// <summary>Joins layers into a new value.</summary>
    /// <param name="kernel">The kernel that copies one layer into its part.</param>
    /// <param name="parts">The layers, with the geometries of the copies.</param>
    /// <param name="output">The shape of the joined value.</param>
    /// <param name="acrossChannels">Whether a part is some channels of each point, and no whole rows or columns.</param>
    public void Join(string kernel, IReadOnlyList<(Geometry Geometry, int Layer)> parts, Shape output, bool acrossChannels)
    {
        _values[MergeInput.SoFar] = _current;
        Buffer result = NewBuffer(output.Length);
        int start = 0;
        foreach ((Geometry geometry, int layer) in parts)
        {
            int channels = _values[layer].Shape.Channels;
            if (!acrossChannels || !TryWriteInto(result, layer, output.Channels, start))
            {
                Add(kernel, new TypeArgument(geometry.Name, IsShape: false), [new("input", Fetch(layer).Buffer), new("output", result)]);
            }

            start += channels;
        }

        if (_comment is not null)
        {
            // Nothing is left to do for this layer itself.
            AppendComment(parts.Max(part => _makers[part.Layer]));
        }

        _current = new Value(result, output, ChannelsLast: true);
        _fusible = -1;
    }

    /// <summary>Lets the convolution that made a layer write into its part of a joined value.</summary>
    private bool TryWriteInto(Buffer joined, int layer, int step, int start)
    {
        if (_values[layer].Shape.IsVector || !_makers.TryGetValue(layer, out int maker) || _drafts[maker] is not { Kernel: "Convolution.Forward" } draft || draft.Operands.Exists(operand => operand.Name == "addend"))
        {
            return false;
        }

        // A geometry of its own: where each layer's result is kept, this one is not joined.
        Geometry alone = _geometries.Find(geometry => geometry.Name == draft.TypeArgument!.Name);
        Geometry own = alone with
        {
            Name = Unique(alone.Name + "Joined", _names),
            Members = alone.Members.Select(member => member.Name switch
            {
                "OutputStep" => GeometryMember.Int(member.Name, step),
                "OutputStart" => GeometryMember.Int(member.Name, start),
                _ => member,
            }).ToEquatableArray(),
        };
        _geometries.Add(own);
        _joined.Add(own.Name);
        int output = draft.Operands.FindIndex(operand => operand.Name == "output");
        _buffers.Remove(draft.Operands[output].Buffer!);
        draft.Operands[output] = draft.Operands[output] with { Buffer = joined };
        joined.UseAt(maker);
        _drafts[maker] = draft with { TypeArgument = new TypeArgument(own.Name, IsShape: false) };
        return true;
    }
}
