namespace AlexNetGen.Imaging.Resizing;

/// <summary>
/// Which input pixels make each output pixel along one axis, and with what weights: the windows of Pillow's
/// <c>precompute_coeffs</c> (libImaging/Resample.c), worked out in double precision, normalised to a sum of 1 and then
/// rounded to fixed point.
/// </summary>
internal sealed class FilterTaps
{
    /// <summary>Fractional bits of a weight: 32, less 8 for the pixel and 2 for sums outside 0..1.</summary>
    public const int FractionBits = 32 - 8 - 2;

    private readonly int[] _first;
    private readonly int[] _count;
    private readonly int[] _weights;
    private readonly int _stride;

    private FilterTaps(int outputLength, int stride)
    {
        _first = new int[outputLength];
        _count = new int[outputLength];
        _weights = new int[outputLength * stride];
        _stride = stride;
    }

    /// <summary>The weights of output pixel <paramref name="index"/>, the first of which is for input pixel <see cref="First"/>.</summary>
    public ReadOnlySpan<int> Weights(int index) => _weights.AsSpan(index * _stride, _count[index]);

    /// <summary>The first input pixel that output pixel <paramref name="index"/> is made of.</summary>
    public int First(int index) => _first[index];

    /// <summary>The taps that make <paramref name="outputLength"/> pixels of <paramref name="inputLength"/>.</summary>
    public static FilterTaps Create(int inputLength, int outputLength, ResizeFilter filter)
    {
        double scale = (double)inputLength / outputLength;
        double stretch = Math.Max(scale, 1.0);              // a shrinking picture widens the filter
        double support = Support(filter) * stretch;
        int longest = ((int)Math.Ceiling(support) * 2) + 1;
        double perPixel = 1.0 / stretch;

        var taps = new FilterTaps(outputLength, Math.Min(longest, inputLength));
        var weights = new double[longest];
        for (int i = 0; i < outputLength; i++)
        {
            double center = (i + 0.5) * scale;
            int first = Math.Max((int)(center - support + 0.5), 0);
            int count = Math.Min((int)(center + support + 0.5), inputLength) - first;

            double sum = 0;
            for (int k = 0; k < count; k++)
            {
                weights[k] = Weight(filter, (k + first - center + 0.5) * perPixel);
                sum += weights[k];
            }

            for (int k = 0; k < count; k++)
            {
                double weight = sum != 0 ? weights[k] / sum : weights[k];
                taps._weights[(i * taps._stride) + k] = ToFixedPoint(weight);
            }

            taps._first[i] = first;
            taps._count[i] = count;
        }

        return taps;
    }

    private static int ToFixedPoint(double weight) =>
        (int)((weight < 0 ? -0.5 : 0.5) + (weight * (1 << FractionBits)));

    /// <summary>How far the filter reaches to either side, in pixels, when nothing is shrunk.</summary>
    private static double Support(ResizeFilter filter) => filter switch
    {
        ResizeFilter.Bilinear => 1.0,
        ResizeFilter.Bicubic => 2.0,
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "There is no such filter: choose Bilinear or Bicubic."),
    };

    private static double Weight(ResizeFilter filter, double distance)
    {
        double x = Math.Abs(distance);
        return filter == ResizeFilter.Bilinear ? Triangle(x) : Cubic(x);
    }

    private static double Triangle(double x) => x < 1.0 ? 1.0 - x : 0.0;

    /// <summary>Keys, "Cubic convolution interpolation for digital image processing", 1981. The order of the operations is Pillow's.</summary>
    private static double Cubic(double x)
    {
        const double A = -0.5;
        return x < 1.0 ? ((((A + 2.0) * x) - (A + 3.0)) * x * x) + 1.0
            : x < 2.0 ? ((((x - 5.0) * x) + 8.0) * x - 4.0) * A
            : 0.0;
    }
}
