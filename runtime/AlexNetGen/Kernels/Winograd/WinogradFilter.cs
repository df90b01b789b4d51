using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// The transform of a kernel's weights, G g G^T, in double precision. G comes from the points by the construction of
/// Toom and Cook: row j is (1, p, p^2, ...) / product over l != j of (p - p_l), and the last row, infinity, takes the last tap.
/// Many kernels lie side by side and are transformed together.
/// </summary>
internal sealed unsafe class WinogradFilter
{
    // The points of the transforms of 4 to 8 values, without infinity.
    private static readonly double[] Points = [0, 1, -1, 2, -2, 0.5, -0.5];

    private readonly double[] _matrix;

    /// <summary>The transform for F(tile, taps).</summary>
    /// <param name="tile">m.</param>
    /// <param name="taps">r.</param>
    public WinogradFilter(int tile, int taps)
    {
        Side = tile + taps - 1;
        Taps = taps;
        _matrix = new double[Side * taps];
        for (int j = 0; j < Side - 1; j++)
        {
            double product = 1;
            for (int l = 0; l < Side - 1; l++)
            {
                product *= l == j ? 1 : Points[j] - Points[l];
            }

            for (int k = 0; k < taps; k++)
            {
                _matrix[(j * taps) + k] = Math.Pow(Points[j], k) / product;
            }
        }

        _matrix[^1] = 1;
    }

    /// <summary>Points in each direction: m + r - 1.</summary>
    public int Side { get; }

    /// <summary>Taps in each direction: r.</summary>
    public int Taps { get; }

    /// <summary>The first half, along the rows.</summary>
    /// <param name="kernels">[row][column][kernel].</param>
    /// <param name="halfway">[row][point][kernel].</param>
    /// <param name="count">Kernels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void TransformRows(double* kernels, double* halfway, int count)
    {
        for (int row = 0; row < Taps; row++, kernels += Taps * count)
        {
            for (int j = 0; j < Side; j++, halfway += count)
            {
                int i = 0;
                for (; i <= count - Vector<double>.Count; i += Vector<double>.Count)
                {
                    Vector.Store(Sum(kernels + i, count, j), halfway + i);
                }

                for (; i < count; i++)
                {
                    halfway[i] = SumOne(kernels + i, count, j);
                }
            }
        }
    }

    /// <summary>The second half, along the columns, for one point.</summary>
    /// <param name="halfway">[row][point][kernel].</param>
    /// <param name="point">The point, row by row.</param>
    /// <param name="result">A value for each kernel.</param>
    /// <param name="count">Kernels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void TransformColumns(double* halfway, int point, float* result, int count)
    {
        int row = point / Side, step = Side * count;
        halfway += point % Side * count;
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Store(Vector.Narrow(Sum(halfway + i, step, row), Sum(halfway + i + Vector<double>.Count, step, row)), result + i);
        }

        for (; i < count; i++)
        {
            result[i] = (float)SumOne(halfway + i, step, row);
        }
    }

    // One row of G times the taps, which are a step apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<double> Sum(double* taps, int step, int row)
    {
        ReadOnlySpan<double> factors = _matrix.AsSpan(row * Taps, Taps);
        Vector<double> sum = Vector<double>.Zero;
        foreach (double factor in factors)
        {
            sum += factor * Vector.Load(taps);
            taps += step;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double SumOne(double* taps, int step, int row)
    {
        double sum = 0;
        for (int k = 0; k < Taps; k++)
        {
            sum += _matrix[(row * Taps) + k] * taps[k * step];
        }

        return sum;
    }
}
