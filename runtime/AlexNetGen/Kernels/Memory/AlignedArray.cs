namespace AlexNetGen.Kernels;

/// <summary>
/// Floats that begin on a cache line, those of large arrays on a large page: in an array that the garbage collector owns
/// and does not move, or in memory that somebody else keeps.
/// </summary>
internal readonly unsafe struct AlignedArray
{
    /// <summary>Where an array may begin, in floats.</summary>
    public const int LineFloats = 16;

    // Array.MaxLength, without a large page to begin on and one to end with.
    private const int LongestInLargePages = 0x7FFFFFC7 - (2 * LargePages.Floats);

    private readonly float[]? _array;
    private readonly int _offset;
    private readonly float* _start;

    /// <summary>Takes memory.</summary>
    /// <param name="length">The number of floats.</param>
    /// <param name="isZeroed">Whether it is all zeros; of any content otherwise, which is faster.</param>
    public AlignedArray(int length, bool isZeroed = true)
    {
        _array = Allocate(length, isZeroed);
        _offset = Offset(_array, length);
        Length = length;
    }

    private AlignedArray(float[]? array, int offset, float* start, int length)
    {
        _array = array;
        _offset = offset;
        _start = start;
        Length = length;
    }

    /// <summary>Where the next cache line begins: what is on the stack has <see cref="LineFloats"/> of room for it.</summary>
    public static float* Line(float* memory) => (float*)(((nint)memory + (LineFloats * sizeof(float)) - 1) & -(LineFloats * sizeof(float)));

    /// <summary>A length, up to whole cache lines.</summary>
    public static int WholeLines(int length) => Whole(length, LineFloats);

    /// <summary>An array with so many floats <see cref="In"/> it.</summary>
    /// <param name="length">The number of floats.</param>
    /// <param name="isZeroed">Whether it is all zeros; of any content otherwise.</param>
    public static float[] Allocate(int length, bool isZeroed)
    {
        int line = Line(length), lengthAround = LengthAround(length);
        float[] array = isZeroed ? GC.AllocateArray<float>(lengthAround, pinned: true) : GC.AllocateUninitializedArray<float>(lengthAround, pinned: true);
        fixed (float* start = array)
        {
            LargePages.Advise(start + Offset(array, length), lengthAround - line);
        }

        return array;
    }

    /// <summary>The length of an array with so many floats <see cref="In"/> it.</summary>
    public static int LengthAround(int length) => checked(Whole(length, Line(length)) + Line(length));

    /// <summary>The floats of an array that was allocated for so many.</summary>
    public static AlignedArray In(float[] array, int length) => new(array, Offset(array, length), start: null, length);

    /// <summary>The number of floats.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => _array is null ? new Span<float>(_start, Length) : _array.AsSpan(_offset, Length);

    /// <summary>Memory that somebody else keeps, longer than the result is used.</summary>
    public static AlignedArray Over(float* start, int length) => new(array: null, offset: 0, start, length);

    /// <summary>An array as it is, wherever it begins.</summary>
    public static AlignedArray Of(float[] array) => new(array, offset: 0, start: null, array.Length);

    /// <summary>A part of this array that begins on a cache line of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not, or leaves the array.</exception>
    public AlignedArray Slice(int offset, int length) =>
        (uint)offset <= (uint)Length && (uint)length <= (uint)(Length - offset) && offset % LineFloats == 0
            ? new(_array, _offset + offset, _array is null ? _start + offset : null, length)
            : throw new ArgumentOutOfRangeException(nameof(offset));

    // Where an array of so many floats begins; the longest that .NET makes have no room for a large page.
    private static int Line(int length) => length is < LargePages.Floats or > LongestInLargePages ? LineFloats : LargePages.Floats;

    private static int Whole(int length, int line) => checked((length + line - 1) / line * line);

    private static int Offset(float[] array, int length)
    {
        // The garbage collector does not move it.
        fixed (float* start = array)
        {
            return (int)(-(nint)start & ((Line(length) * sizeof(float)) - 1)) / sizeof(float);
        }
    }
}
