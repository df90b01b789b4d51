using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The taps that fall on a line of the output, and on those whole strides after it: from each to the next the tap grows by
/// <see cref="TransposedAxis.TapStep"/>, and the line of the input falls by <see cref="TransposedAxis.SourceStep"/>.
/// </summary>
internal readonly struct FallingTaps
{
    private readonly int _input;
    private readonly int _sourceStep;
    private readonly int _count;

    /// <summary>The taps that fall on a line, whether there is such a line of the input or not.</summary>
    public FallingTaps(in TransposedAxis axis, int line)
    {
        _input = axis.Input;
        _sourceStep = axis.SourceStep;
        int place = line + axis.Padding, step = axis.TapStep;
        for (int tap = 0; tap < Math.Min(step, axis.Kernel); tap++)
        {
            (int source, int rest) = Math.DivRem(place - (tap * axis.Dilation), axis.Stride);
            if (rest == 0)
            {
                Tap = tap;
                Source = source;
                _count = ((axis.Kernel - 1 - tap) / step) + 1;
                return;
            }
        }
    }

    /// <summary>The first tap.</summary>
    public int Tap { get; }

    /// <summary>The line of the input that it belongs to, which may lie outside.</summary>
    public int Source { get; }

    /// <summary>Of the taps, whose first belongs to a line, the first one that belongs to a line of the input, and how many do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Count) Within(int source)
    {
        int first = source < _input ? 0 : ((source - _input) / _sourceStep) + 1;
        int end = source >= (_count - 1) * _sourceStep ? _count : source < 0 ? 0 : (source / _sourceStep) + 1;
        return (first, Math.Max(end - first, 0));
    }
}
