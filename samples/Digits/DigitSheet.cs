using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>The sheet of 5,000 digits, 500 of each: 100 columns by 50 rows of tiles.</summary>
public static class DigitSheet
{
    /// <summary>Pixels on a digit's side.</summary>
    public const int Side = 20;

    private const int Columns = 100;
    private const int PerDigit = 500;
    private const int ForTraining = 400;

    /// <summary>
    /// Cuts out the 1,000 digits that training has not seen: the last 100 of each digit's 500, row by row.
    /// </summary>
    /// <param name="path">The sheet's file.</param>
    public static IReadOnlyList<Digit> HeldOut(string path)
    {
        RgbImage sheet = RgbImage.Load(path);
        float[] pixels = new float[sheet.Width * sheet.Height];
        sheet.GrayscaleTo(pixels);

        List<Digit> digits = [];
        for (int truth = 0; truth < 10; truth++)
        {
            for (int i = ForTraining; i < PerDigit; i++)
            {
                int tile = (truth * PerDigit) + i;
                digits.Add(new Digit(truth, Cut(pixels, sheet.Width, tile / Columns * Side, tile % Columns * Side)));
            }
        }

        return digits;
    }

    private static float[] Cut(float[] pixels, int width, int top, int left)
    {
        float[] tile = new float[Side * Side];
        for (int y = 0; y < Side; y++)
        {
            pixels.AsSpan(((top + y) * width) + left, Side).CopyTo(tile.AsSpan(y * Side));
        }

        return tile;
    }
}
