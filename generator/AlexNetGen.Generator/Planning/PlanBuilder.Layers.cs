using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Where a layer begins, where it ends, and what is known of it then.</summary>
internal sealed partial class PlanBuilder
{
    /// <summary>The draft that says what this layer is, should nothing be left to do for the layer itself; -1 for none.</summary>
    private int _heir = -1;

    /// <summary>Begins a layer: nothing is fused across layers but a normalisation, a sum or an activation into the convolution before it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="from">The layer it reads; -1 is the network's input.</param>
    /// <param name="shuffled">How it is computed if it is one that <see cref="ShuffledLayers"/> finds.</param>
    public void BeginLayer(string name, int from, ShuffledHalves shuffled)
    {
        _shuffled = shuffled;
        _heir = -1;
        _alone = -1;
        _layer = LayerDeclaration.IdentifierOf(name);
        _declared = name;
        _fusible = -1;
        _from = from;
        _current = _values[from];
    }

    /// <summary>Ends a layer.</summary>
    /// <param name="layer">Its number.</param>
    /// <param name="readers">How many layers read it; with several, none may write over it.</param>
    public void EndLayer(int layer, int readers)
    {
        _values[layer] = _current;
        if (_current.Halves is not null)
        {
            _open = null;
            return;
        }

        if (_comment is not null && _heir >= 0)
        {
            // Nothing is left to do for this layer itself.
            AppendComment(_heir);
        }

        _current.Buffer.IsShared |= readers > 1;
        if (readers == 1 && LastDraftMade(_current.Buffer))
        {
            _makers[layer] = _drafts.Count - 1;
        }

        _open = readers == 1 && _fusible >= 0 && _isConvolution && LastDraftMade(_current.Buffer) ? new OpenConvolution(layer, _fusible, _drafts.Count) : null;
    }

    /// <summary>Makes the result of a layer the current value, channels last.</summary>
    public void Take(int layer)
    {
        _values[MergeInput.SoFar] = _current;
        _current = Fetch(layer);
        _fusible = -1;
    }
}
