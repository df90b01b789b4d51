namespace AlexNetGen.Kernels;

/// <summary>Floats that begin on a cache line, in an array that the garbage collector owns and does not move.</summary>
internal readonly unsafe struct AlignedArray
{
    private const int LineBytes = 64;
    private readonly float[] _array;
    private readonly int _offset;

    /// <summary>Takes zeroed memory.</summary>
    public AlignedArray(int length)
    {
        _array = GC.AllocateArray<float>(checked(length + (LineBytes / sizeof(float))), pinned: true);
        fixed (float* start = _array)
        {
            _offset = (int)(-(nint)start & (LineBytes - 1)) / sizeof(float);
        }

        Length = length;
    }

    /// <summary>The number of floats.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => _array.AsSpan(_offset, Length);
}
