using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>Keeps the memory of weights while a call uses it. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct WeightsLease
{
    private readonly SafeHandle? _mapping;

    internal WeightsLease(SafeHandle? mapping)
    {
        bool isKept = false;
        mapping?.DangerousAddRef(ref isKept);
        _mapping = mapping;
    }

    /// <summary>Ends the use.</summary>
    public void Dispose() => _mapping?.DangerousRelease();
}
