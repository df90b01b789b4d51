using System.Globalization;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Joined maps that are joined again, as in a dense block, whose layers each add some channels: they are written into the last
/// of these maps from the start, and read there, so that nothing is copied from one into the next.
/// </summary>
internal sealed partial class PlanBuilder
{
    private const string Concatenation = "Concatenation.Forward";
    private const string Normalization = "BatchNormalization.Forward";

    /// <summary>The geometries of what is joined, which are no other call's.</summary>
    private readonly HashSet<string> _joined = [];

    /// <summary>Leaves out the copies of whole joined maps, the last first.</summary>
    private void GrowJoinedMaps()
    {
        for (int i = _drafts.Count - 1; i > 0; i--)
        {
            if (_drafts[i] is { Kernel: Concatenation } && CanGrow(i))
            {
                Grow(i);
            }
        }
    }

    // Whoever writes the map or reads it can do so in some channels of a larger one, and nobody reads it after the copy.
    private bool CanGrow(int copy)
    {
        Buffer map = BufferOf(_drafts[copy], "input");
        long points = Constant(copy, "Runs"), channels = Constant(copy, "InputRun");
        return map.Kind == OperandKind.Workspace
            && BufferOf(_drafts[copy], "output").Kind == OperandKind.Workspace
            && Enumerable.Range(0, _drafts.Count).All(i => i == copy || !Uses(_drafts[i], map) || (i < copy && FitsSome(i, map, points, channels)));
    }

    private bool FitsSome(int step, Buffer map, long points, long channels)
    {
        Draft draft = _drafts[step];
        if (draft.Operands.Count(operand => operand.Buffer == map) > 1 || draft.Operands.Exists(operand => operand.Name == "addend"))
        {
            return false;
        }

        bool isWritten = draft.Operands.Exists(operand => operand.Buffer == map && operand.Name == "output");
        return draft.Kernel switch
        {
            Concatenation => isWritten && Constant(step, "Runs") == points && Constant(step, "OutputRun") == channels,
            BatchPlanner.Convolution => isWritten && Constant(step, "OutputHeight") * Constant(step, "OutputWidth") == points && Constant(step, "OutputStep") == channels,
            Normalization => !isWritten && Constant(step, "Points") == points && Constant(step, "Channels") == channels,
            _ => false,
        };
    }

    private void Grow(int copy)
    {
        Buffer map = BufferOf(_drafts[copy], "input"), larger = BufferOf(_drafts[copy], "output");
        long channels = Constant(copy, "OutputRun"), offset = Constant(copy, "Offset");
        for (int i = 0; i < copy; i++)
        {
            int operand = _drafts[i].Operands.FindIndex(operand => operand.Buffer == map);
            if (operand < 0)
            {
                continue;
            }

            _drafts[i].Operands[operand] = _drafts[i].Operands[operand] with { Buffer = larger };
            switch (_drafts[i].Kernel)
            {
                case Concatenation:
                    Set(i, ("OutputRun", channels), ("Offset", Constant(i, "Offset") + offset));
                    break;
                case BatchPlanner.Convolution:
                    Set(i, ("OutputStep", channels), ("OutputStart", Constant(i, "OutputStart") + offset));
                    break;
                default:
                    Set(i, ("InputStep", channels), ("InputStart", Constant(i, "InputStart") + offset));
                    break;
            }
        }

        larger.LiveAs(map);
        _buffers.Remove(map);
        MoveComment(copy);
        _drafts.RemoveAt(copy);
    }

    // To the next copy of the layer, or to what was computed last before it.
    private void MoveComment(int copy)
    {
        if (_drafts[copy].Comment is not { } comment)
        {
            return;
        }

        bool hasNext = copy + 1 < _drafts.Count && _drafts[copy + 1] is { Comment: null } next && next.Layer == _drafts[copy].Layer;
        int heir = hasNext ? copy + 1 : copy - 1;
        _drafts[heir] = _drafts[heir] with { Comment = _drafts[heir].Comment is { } before ? $"{before}\n{comment}" : comment };
    }

    // 0 where the geometry does not say.
    private long Constant(int step, string name) => GeometryOf(step).Members.SingleOrDefault(member => member.Name == name) is { } member
        ? long.Parse(member.Value.Replace("_", string.Empty), CultureInfo.InvariantCulture)
        : 0;

    // In a geometry of its own.
    private void Set(int step, params (string Name, long Value)[] constants)
    {
        Geometry geometry = GeometryOf(step);
        int place = _geometries.IndexOf(geometry);
        if (!_joined.Contains(geometry.Name))
        {
            geometry = geometry with { Name = Unique(geometry.Name + "Joined", _names) };
            _joined.Add(geometry.Name);
            _geometries.Add(geometry);
            place = _geometries.Count - 1;
            _drafts[step] = _drafts[step] with { TypeArgument = new TypeArgument(geometry.Name, IsShape: false) };
        }

        IEnumerable<GeometryMember> kept = geometry.Members.Where(member => !constants.Any(constant => constant.Name == member.Name));
        _geometries[place] = geometry with { Members = kept.Concat(constants.Select(constant => GeometryMember.Int(constant.Name, constant.Value))).ToEquatableArray() };
    }

    private Geometry GeometryOf(int step) => _geometries.Find(geometry => geometry.Name == _drafts[step].TypeArgument!.Name);

    private static bool Uses(Draft draft, Buffer buffer) => draft.Operands.Exists(operand => operand.Buffer == buffer);

    private static Buffer BufferOf(Draft draft, string operand) => draft.Operands.Find(other => other.Name == operand).Buffer!;
}
