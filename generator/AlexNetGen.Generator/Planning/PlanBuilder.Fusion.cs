using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>What the last kernel computes besides, so that no further pass over its result is needed.</summary>
internal sealed partial class PlanBuilder
{
    /// <summary>The number of the geometry of a normalisation that is computed in the layer before, and by itself where each layer's result is kept.</summary>
    private int _alone = -1;

    /// <summary>Normalises the result of the last kernel inside it, if that is a convolution, of this layer or of the one before.</summary>
    /// <param name="weights">The normalisation's weights.</param>
    /// <param name="geometry">Its geometry, where it is a kernel of its own.</param>
    public bool TryNormalize(LayerWeights weights, Geometry geometry)
    {
        DraftOperand operand = new("normalization", null, OperandKind.Weights, weights.Field);
        if (OpenBefore() is not { } open)
        {
            return TryExtend(operand);
        }

        (_fusible, _isConvolution) = (open.Fusible, true);
        if (!TryExtend(operand))
        {
            _fusible = -1;
            return false;
        }

        Reopen(open, "WithNormalization");
        _alone = _geometries.IndexOf(geometry);
        return true;
    }

    /// <summary>Adds the result of a layer inside the last kernel, if that is a convolution.</summary>
    public bool TryAdd(int layer)
    {
        // What would have to be put in order first would come too late.
        Value other = _values[layer];
        return (other.ChannelsLast || other.IsBothOrders) && TryExtend(new DraftOperand("addend", other.Buffer));
    }

    /// <summary>
    /// Adds two layers inside the last kernel, if that is a convolution, made one of them, and nobody else reads it.
    /// </summary>
    public bool TryAddToLast(int left, int right)
    {
        if (_open is not { } open || open.Drafts != _drafts.Count || left == right || (open.Layer != left && open.Layer != right))
        {
            return false;
        }

        (_fusible, _isConvolution, _current) = (open.Fusible, true, _values[open.Layer]);
        if (!TryAdd(open.Layer == left ? right : left))
        {
            _fusible = -1;
            return false;
        }

        Reopen(open, "WithSum");
        return true;
    }

    /// <summary>Applies an activation inside the last kernel, if it made the current value: a convolution any, others ReLU.</summary>
    /// <param name="activation">The activation, by the runtime's name.</param>
    public bool TryActivate(string activation)
    {
        if (OpenBefore() is { } open)
        {
            Reopen(open, "WithActivation");
        }

        if (_fusible < 0)
        {
            return activation == "ReLU" && TryRectifySum();
        }

        if (!_isConvolution && activation != "ReLU")
        {
            return false;
        }

        GeometryMember rectified = GeometryMember.Bool("ReLU", true);
        _geometries[_fusible] = _geometries[_fusible].With(_isConvolution ? GeometryMember.Activation(activation) : rectified);
        if (_alone >= 0 && activation == "ReLU")
        {
            _geometries[_alone] = _geometries[_alone].With(rectified);
        }

        _fusible = -1;
        return true;
    }

    /// <summary>
    /// Extends the convolution of the layer before, in a geometry of its own, which an activation may follow: where each
    /// layer's result is kept, that layer has none.
    /// </summary>
    private void Reopen(OpenConvolution open, string suffix)
    {
        Geometry own = _geometries[open.Fusible] with { Name = Unique(_geometries[open.Fusible].Name + suffix, _names) };
        _geometries.Add(own);
        (_fusible, _isConvolution, _open) = (_geometries.Count - 1, true, null);
        _drafts[_drafts.Count - 1] = _drafts[_drafts.Count - 1] with { TypeArgument = new TypeArgument(own.Name, IsShape: false) };
        _heir = _drafts.Count - 1;
    }

    /// <summary>The convolution that made what this layer reads, where the layer has computed nothing yet.</summary>
    private OpenConvolution? OpenBefore() =>
        _fusible < 0 && _open is { } open && open.Drafts == _drafts.Count && open.Layer == _from && ReferenceEquals(_current, _values[_from]) ? open : null;

    /// <summary>What a draft computes besides: the layer that is fused into it.</summary>
    private void AppendComment(int draft)
    {
        string? before = _drafts[draft].Comment;
        _drafts[draft] = _drafts[draft] with { Comment = before is null ? _comment : $"{before}\n{_comment}" };
        _comment = null;
    }

    private bool LastDraftMade(Buffer buffer) => _drafts.Count > 0 && _drafts[_drafts.Count - 1].Operands.Exists(operand => operand.Name == "output" && operand.Buffer == buffer);

    private bool TryRectifySum()
    {
        if (_drafts.Count == 0 || _drafts[_drafts.Count - 1] is not { Kernel: Sum } sum || !LastDraftMade(_current.Buffer))
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
        _alone = -1;
        return true;
    }

    /// <summary>A convolution that ended the layer before, in which the next may still be added or applied.</summary>
    /// <param name="Layer">The layer.</param>
    /// <param name="Fusible">The number of its geometry.</param>
    /// <param name="Drafts">The number of drafts up to it.</param>
    private sealed record OpenConvolution(int Layer, int Fusible, int Drafts);
}
