using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Several values in one buffer, without copies where those who compute them can write there.</summary>
internal sealed partial class PlanBuilder
{
    /// <summary>The drafts that made the layers which one other layer reads.</summary>
    private readonly Dictionary<int, int> _makers = [];

    /// <summary>The geometries of what is joined, which are no other call's.</summary>
    private readonly HashSet<string> _joined = [];

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
                Add(
                    kernel,
                    new TypeArgument(geometry.Name, IsShape: false),
                    [new("input", Fetch(layer).Buffer), new("output", result), new("team", null, OperandKind.Team)]);
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
        if (_values[layer].Shape.IsVector || !_makers.TryGetValue(layer, out int maker) || _drafts[maker] is not { Kernel: "Convolution.Forward" or "TransposedConvolution.Forward" } draft || draft.Find("addend") is not null)
        {
            return false;
        }

        int output = draft.Operands.FindIndex(operand => operand.Name == "output");
        _buffers.Remove(draft.Operands[output].Buffer!);
        draft.Operands[output] = draft.Operands[output] with { Buffer = joined };
        joined.UseAt(maker);
        Set(maker, ("OutputStep", step), ("OutputStart", start));
        return true;
    }

    private void Set(int step, params (string Name, long Value)[] constants)
    {
        if (!_joined.Contains(GeometryOf(step).Name))
        {
            _joined.Add(Separate(step, "Joined"));
        }

        SetConstants(step, constants);
    }

    /// <summary>Gives a call a geometry of its own: where each layer's result is kept, it is computed by the old one.</summary>
    private string Separate(int step, string suffix)
    {
        Geometry geometry = GeometryOf(step);
        Geometry own = geometry with { Name = Unique(geometry.Name + suffix, _names) };
        _geometries.Add(own);
        _drafts[step] = _drafts[step] with { TypeArgument = new TypeArgument(own.Name, IsShape: false) };
        return own.Name;
    }

    private void SetConstants(int step, params (string Name, long Value)[] constants)
    {
        Geometry geometry = GeometryOf(step);
        _geometries[_geometries.IndexOf(geometry)] = geometry.With([.. constants.Select(constant => GeometryMember.Int(constant.Name, constant.Value))]);
    }

    private Geometry GeometryOf(int step) => GeometryOf(_drafts[step]);

    private Geometry GeometryOf(Draft draft) => _geometries.Find(geometry => geometry.Name == draft.TypeArgument!.Name);
}
