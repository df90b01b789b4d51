using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>
/// Where a network's weights lie: in memory that the garbage collector owns, or in a mapped file, which is closed when
/// the network is disposed and the last call under way has ended. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WeightsMemory : IDisposable
{
    private readonly SafeHandle? _mapping;

    internal WeightsMemory(SafeHandle? mapping) => _mapping = mapping;

    /// <summary>Memory that the garbage collector owns.</summary>
    public static WeightsMemory Owned { get; } = new(mapping: null);

    /// <summary>Takes over the memory of what was loaded.</summary>
    /// <param name="tensors">Where the weights came from.</param>
    public static WeightsMemory Of(ITensorSource tensors) =>
        (tensors as WeightsReader)?.Packed?.TakeMapping() is { } mapping ? new WeightsMemory(mapping) : Owned;

    /// <summary>Keeps the memory for as long as the result is not disposed.</summary>
    /// <exception cref="ObjectDisposedException">It is gone.</exception>
    public WeightsLease Enter() => new(_mapping);

    /// <summary>Closes a mapped file as soon as nobody uses it.</summary>
    public void Dispose() => _mapping?.Dispose();
}
