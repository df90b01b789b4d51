using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>Rows become columns: an exact permutation, in squares of 4 x 4 within blocks that read and write whole cache lines.</summary>
internal static unsafe class Transposition
{
    // 16 floats are one cache line.
    private const int Block = 16;

    private const int Square = 4;

    // Lines of a column that are written one after the other: memory serves neighbours faster.
    private const int LinesTogether = 4;

    // Floats: lines 2 KB apart share two sets of a first-level cache. Of sixteen that are written in turns, as those of planes of 32 x 32,
    // 96 x 96 or 128 x 128 points are, it would lose some before they are full.
    private const int CompetingStep = 512;

    /// <summary>Writes destination[column][row] = source[row][column].</summary>
    /// <param name="source">The first value to read.</param>
    /// <param name="sourceStep">Floats from one row to the next.</param>
    /// <param name="destination">The first value to write; may not overlap what is read.</param>
    /// <param name="destinationStep">Floats from one column to the next.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static void Run(float* source, nint sourceStep, float* destination, nint destinationStep, int rows, int columns)
    {
        bool doColumnsCompete = destinationStep % CompetingStep == 0, areRowsNear = sourceStep < CompetingStep / 2 && sourceStep < destinationStep;
        if (doColumnsCompete || areRowsNear)
        {
            RunByColumns(source, sourceStep, destination, destinationStep, rows, columns);
        }
        else
        {
            RunByRows(source, sourceStep, destination, destinationStep, rows, columns);
        }
    }

    // Four lines of the source at a time, from end to end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunByRows(float* source, nint sourceStep, float* destination, nint destinationStep, int rows, int columns)
    {
        for (int row = 0; row < rows; row += Block)
        {
            int rowEnd = Math.Min(row + Block, rows);
            for (int column = 0; column < columns; column += Block)
            {
                int columnEnd = Math.Min(column + Block, columns);
                int r = row;
                for (; r <= rowEnd - Square; r += Square)
                {
                    float* from = source + (r * sourceStep);
                    int c = column;
                    for (; c <= columnEnd - Square; c += Square)
                    {
                        RunSquare(from + c, sourceStep, destination + (c * destinationStep) + r, destinationStep);
                    }

                    RunSingly(from + c, sourceStep, destination + (c * destinationStep) + r, destinationStep, Square, columnEnd - c);
                }

                RunSingly(source + (r * sourceStep) + column, sourceStep, destination + (column * destinationStep) + r, destinationStep, rowEnd - r, columnEnd - column);
            }
        }
    }

    // Four columns of the destination at a time, some lines of each from end to end.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunByColumns(float* source, nint sourceStep, float* destination, nint destinationStep, int rows, int columns)
    {
        for (int row = 0; row < rows; row += LinesTogether * Block)
        {
            int rowEnd = Math.Min(row + (LinesTogether * Block), rows);
            int c = 0;
            for (; c <= columns - Square; c += Square)
            {
                float* to = destination + (c * destinationStep);
                int r = row;
                for (; r <= rowEnd - Square; r += Square)
                {
                    RunSquare(source + (r * sourceStep) + c, sourceStep, to + r, destinationStep);
                }

                RunSingly(source + (r * sourceStep) + c, sourceStep, to + r, destinationStep, rowEnd - r, Square);
            }

            RunSingly(source + (row * sourceStep) + c, sourceStep, destination + (c * destinationStep) + row, destinationStep, rowEnd - row, columns - c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunSingly(float* source, nint sourceStep, float* destination, nint destinationStep, int rows, int columns)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                destination[(column * destinationStep) + row] = source[(row * sourceStep) + column];
            }
        }
    }

    // a0 a1 a2 a3        a0 b0 a1 b1   a2 b2 a3 b3        a0 b0 c0 d0
    // b0 b1 b2 b3  --->                             --->  a1 b1 c1 d1
    // c0 c1 c2 c3        c0 d0 c1 d1   c2 d2 c3 d3        a2 b2 c2 d2
    // d0 d1 d2 d3                                         a3 b3 c3 d3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunSquare(float* source, nint sourceStep, float* destination, nint destinationStep)
    {
        if (!Sse2.IsSupported && !AdvSimd.Arm64.IsSupported)
        {
            RunSingly(source, sourceStep, destination, destinationStep, Square, Square);
            return;
        }

        Vector128<float> a = Vector128.Load(source), b = Vector128.Load(source + sourceStep);
        Vector128<float> c = Vector128.Load(source + (2 * sourceStep)), d = Vector128.Load(source + (3 * sourceStep));
        Vector128<double> ab01 = ZipLow(a, b).AsDouble(), ab23 = ZipHigh(a, b).AsDouble(), cd01 = ZipLow(c, d).AsDouble(), cd23 = ZipHigh(c, d).AsDouble();
        ZipLow(ab01, cd01).AsSingle().Store(destination);
        ZipHigh(ab01, cd01).AsSingle().Store(destination + destinationStep);
        ZipLow(ab23, cd23).AsSingle().Store(destination + (2 * destinationStep));
        ZipHigh(ab23, cd23).AsSingle().Store(destination + (3 * destinationStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse2.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse2.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipLow(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> ZipHigh(Vector128<double> a, Vector128<double> b) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);
}
