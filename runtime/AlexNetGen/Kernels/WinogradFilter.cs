using System.Numerics;

namespace AlexNetGen.Kernels;

/// <summary>
/// The transform of a kernel's weights, G g G^T, in double precision. G comes from the points by the construction of
/// Toom and Cook: row j is (1, p, p^2, ...) / product over l != j of (p - p_l), and the last row, infinity, takes the last tap.
/// </summary>
internal sealed class WinogradFilter
{
    // The points of the transforms of 4 to 8 values, without infinity.
    private static readonly double[] Points = [0, 1, -1, 2, -2, 0.5, -0.5];

    private readonly int _side;
    private readonly int _taps;
    private readonly double[] _matrix;
    private readonly double[] _halfway;

    /// <summary>The transform for F(tile, taps).</summary>
    /// <param name="tile">m.</param>
    /// <param name="taps">r.</param>
    /// <param name="lanes">Kernels that are transformed together.</param>
    public WinogradFilter(int tile, int taps, int lanes)
    {
        _side = tile + taps - 1;
        _taps = taps;
        _matrix = new double[_side * taps];
        _halfway = new double[_side * taps * lanes];
        for (int j = 0; j < _side - 1; j++)
        {
            double product = 1;
            for (int l = 0; l < _side - 1; l++)
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

    /// <summary>Transforms kernels that lie side by side.</summary>
    /// <param name="kernels">[row][column][lane].</param>
    /// <param name="result">[point][lane].</param>
    /// <param name="lanes">Lanes; a multiple of four.</param>
    public void Transform(ReadOnlySpan<double> kernels, Span<double> result, int lanes)
    {
        // Rows, then columns. Point (i, j) is number i * side + j.
        for (int row = 0; row < _taps; row++)
        {
            for (int j = 0; j < _side; j++)
            {
                Combine(kernels[(row * _taps * lanes)..], lanes, j, _halfway.AsSpan(((row * _side) + j) * lanes, lanes));
            }
        }

        for (int i = 0; i < _side; i++)
        {
            for (int j = 0; j < _side; j++)
            {
                Combine(_halfway.AsSpan(j * lanes), _side * lanes, i, result.Slice(((i * _side) + j) * lanes, lanes));
            }
        }
    }

    // One row of G times the taps, which are a step apart.
    private void Combine(ReadOnlySpan<double> taps, int step, int row, Span<double> result)
    {
        for (int lane = 0; lane < result.Length; lane += Vector<double>.Count)
        {
            Vector<double> sum = Vector<double>.Zero;
            for (int k = 0; k < _taps; k++)
            {
                sum += _matrix[(row * _taps) + k] * new Vector<double>(taps[((k * step) + lane)..]);
            }

            sum.CopyTo(result[lane..]);
        }
    }
}
