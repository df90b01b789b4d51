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
        Buffer map = _drafts[copy].Find("input")!.Buffer!;
        long points = Constant(copy, "Runs"), channels = Constant(copy, "InputRun");
        return map.Kind == OperandKind.Workspace
            && _drafts[copy].Find("output")!.Buffer!.Kind == OperandKind.Workspace
            && Enumerable.Range(0, _drafts.Count).All(i => i == copy || !Uses(_drafts[i], map) || (i < copy && FitsSome(i, map, points, channels)));
    }

    private bool FitsSome(int step, Buffer map, long points, long channels)
    {
        Draft draft = _drafts[step];
        if (draft.Operands.Count(operand => operand.Buffer == map) > 1 || draft.Find("addend") is not null)
        {
            return false;
        }

        bool isWritten = draft.Find("output")?.Buffer == map;
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
        Buffer map = _drafts[copy].Find("input")!.Buffer!, larger = _drafts[copy].Find("output")!.Buffer!;
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
        _comment = _drafts[copy].Comment;
        if (_comment is not null)
        {
            bool hasNext = copy + 1 < _drafts.Count && _drafts[copy + 1] is { Comment: null } next && next.Layer == _drafts[copy].Layer;
            AppendComment(hasNext ? copy + 1 : copy - 1);
        }
    }

    // 0 where the geometry does not say.
    private long Constant(int step, string name) => GeometryOf(step).Members.SingleOrDefault(member => member.Name == name) is { } member
        ? long.Parse(member.Value.Replace("_", string.Empty), CultureInfo.InvariantCulture)
        : 0;

    private static bool Uses(Draft draft, Buffer buffer) => draft.Operands.Exists(operand => operand.Buffer == buffer);
}
