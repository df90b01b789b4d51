using System.ComponentModel;

namespace AlexNetGen.Weights;

/// <summary>The weights of a network as its kernels want them. Implemented by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPackedWeights
{
    /// <summary>Gives every array, in the order in which the network loads them.</summary>
    /// <param name="writer">Takes them.</param>
    void AddTo(PackedWriter writer);
}
