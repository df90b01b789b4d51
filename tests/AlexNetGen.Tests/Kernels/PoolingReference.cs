using AlexNetGen.Kernels;

namespace AlexNetGen.Tests.Kernels;

/// <summary>Pools by their definitions, channels last, in double precision.</summary>
internal static class PoolingReference
{
    public static double[] Max<T>(float[] input)
        where T : struct, IPooling => Pool<T>(input, static (values, _) =>
        values.Count == 0 ? double.NegativeInfinity : values.Exists(double.IsNaN) ? double.NaN : values.Max());

    public static double[] Average<T>(float[] input)
        where T : struct, IPooling => Pool<T>(input, static (values, padded) =>
        values.Count == 0 ? 0 : values.Sum() / (T.CountIncludePad ? padded : values.Count));

    // Gives each window's real values, and the number of its points that are input or padding.
    private static double[] Pool<T>(float[] input, Func<List<double>, int, double> reduce)
        where T : struct, IPooling
    {
        var result = new List<double>();
        for (int y = 0; y < T.OutputHeight; y++)
        {
            for (int x = 0; x < T.OutputWidth; x++)
            {
                for (int c = 0; c < T.Channels; c++)
                {
                    var values = new List<double>();
                    int padded = 0;
                    for (int ky = 0; ky < T.KernelHeight; ky++)
                    {
                        for (int kx = 0; kx < T.KernelWidth; kx++)
                        {
                            int row = (y * T.StrideHeight) - T.PaddingTop + (ky * T.DilationHeight);
                            int column = (x * T.StrideWidth) - T.PaddingLeft + (kx * T.DilationWidth);
                            bool inside = row < T.InputHeight + T.PaddingBottom && column < T.InputWidth + T.PaddingRight;
                            padded += inside ? 1 : 0;
                            if (row >= 0 && row < T.InputHeight && column >= 0 && column < T.InputWidth)
                            {
                                values.Add(input[(((row * T.InputWidth) + column) * T.Channels) + c]);
                            }
                        }
                    }

                    result.Add(reduce(values, padded));
                }
            }
        }

        return [.. result];
    }
}
