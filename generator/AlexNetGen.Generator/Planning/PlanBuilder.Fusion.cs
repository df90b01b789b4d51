using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>What the last kernel computes besides, so that no further pass over its result is needed.</summary>
internal sealed partial class PlanBuilder
{
    /// <summary>Normalises the result of the last kernel inside it, if that is a convolution.</summary>
    public bool TryNormalize(LayerWeights weights) => TryExtend(new DraftOperand("normalization", null, OperandKind.Weights, weights.Field));

    /// <summary>Adds the result of a layer inside the last kernel, if that is a convolution.</summary>
    public bool TryAdd(int layer)
    {
        // What would have to be put in order first would come too late.
        Value other = _values[layer];
        return (other.ChannelsLast || other.IsBothOrders) && TryExtend(new DraftOperand("addend", other.Buffer));
    }

    /// <summary>Turns a flag of the last kernel's geometry on, if it has one and made the current value.</summary>
    public bool TryFuse(string flag)
    {
        if (_fusible < 0)
        {
            return flag == "ReLU" && TryRectifySum();
        }

        Geometry geometry = _geometries[_fusible];
        _geometries[_fusible] = geometry with
        {
            Members = geometry.Members.Select(member => member.Name == flag ? GeometryMember.Bool(flag, true) : member).ToEquatableArray(),
        };
        _fusible = -1;
        return true;
    }

    private bool TryRectifySum()
    {
        if (_drafts.Count == 0 || _drafts[_drafts.Count - 1] is not { Kernel: Sum } sum || sum.Operands[sum.Operands.Count - 1].Buffer != _current.Buffer)
        {
            return false;
        }

        _drafts[_drafts.Count - 1] = sum with { Kernel = Sum + "ReLU" };
        return true;
    }

    // A convolution normalises before it adds, and each once.
    private bool TryExtend(DraftOperand operand)
    {
        if (_fusible < 0 || !_isConvolution)
        {
            return false;
        }

        List<DraftOperand> operands = _drafts[_drafts.Count - 1].Operands;
        if (operands.Exists(other => other.Name == "addend" || other.Name == operand.Name))
        {
            return false;
        }

        operand.Buffer?.UseAt(_drafts.Count - 1);
        operands.Add(operand);
        return true;
    }
}
