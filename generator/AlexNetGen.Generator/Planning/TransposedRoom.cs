using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>The products of a transposed convolution that are kept until all that falls on an output is there.</summary>
/// <param name="RowsAtOnce">Rows of the input that are multiplied at once, a divisor of all.</param>
/// <param name="RowsKept">Rows whose products have room; 0 where there are none, as depthwise.</param>
/// <param name="Length">Floats of them.</param>
internal sealed record TransposedRoom(int RowsAtOnce, int RowsKept, long Length)
{
    // Half of a second-level cache of 1 MB: products are added up from there.
    private const long MostCached = 1 << 17;

    // Pixels that are worth reading the weights for.
    private const int FewestPixels = 64;

    /// <summary>The room for an input.</summary>
    public static TransposedRoom For(Shape input, int outputs, int groups, TransposedAxis height, TransposedAxis width)
    {
        if (groups == input.Channels && groups == outputs)
        {
            return new TransposedRoom(input.Height, 0, 0);
        }

        long row = Saturating.Multiply(Saturating.Multiply(input.Width, outputs), Saturating.Multiply(height.Kernel, width.Kernel));
        int atOnce = Rows(input, row);

        // What falls on a row comes from so many rows at most.
        long falling = ((height.Reach - 1) / height.Stride) + 1;
        long kept = Math.Min(input.Height, atOnce * (((falling - 1 + atOnce - 1) / atOnce) + 1));
        return new TransposedRoom(atOnce, (int)kept, Saturating.Multiply(kept, row));
    }

    // The most rows that stay in cache, but no fewer than are worthwhile.
    private static int Rows(Shape input, long row)
    {
        int cached = 1, worthwhile = input.Height;
        for (int divisor = 1; (long)divisor * divisor <= input.Height; divisor++)
        {
            if (input.Height % divisor == 0)
            {
                foreach (int rows in new[] { divisor, input.Height / divisor })
                {
                    cached = rows > cached && Saturating.Multiply(rows, row) <= MostCached ? rows : cached;
                    worthwhile = rows < worthwhile && (long)rows * input.Width >= FewestPixels ? rows : worthwhile;
                }
            }
        }

        return Math.Max(cached, worthwhile);
    }
}
