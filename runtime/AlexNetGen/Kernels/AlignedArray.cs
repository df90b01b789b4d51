namespace AlexNetGen.Kernels;

/// <summary>Floats that begin on a cache line, in an array that the garbage collector owns and does not move.</summary>
internal readonly unsafe struct AlignedArray
{
    private const int LineBytes = 64;
    private readonly float[] _array;
    private readonly int _offset;

    /// <summary>Takes memory.</summary>
    /// <param name="length">The number of floats.</param>
    /// <param name="isZeroed">Whether it is all zeros; of any content otherwise, which is faster.</param>
    public AlignedArray(int length, bool isZeroed = true)
    {
        int lengthAround = checked(length + (LineBytes / sizeof(float)));
        _array = isZeroed ? GC.AllocateArray<float>(lengthAround, pinned: true) : GC.AllocateUninitializedArray<float>(lengthAround, pinned: true);
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
