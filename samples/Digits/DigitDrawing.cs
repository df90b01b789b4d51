using System.Text;

namespace AlexNetGen.Samples;

/// <summary>Digits drawn in block characters, several side by side; a character is two pixels, one above the other.</summary>
public static class DigitDrawing
{
    private const int PerRow = 5;
    private const float Ink = 0.4f;

    /// <summary>Draws digits with what they are and what they were read as.</summary>
    /// <param name="output">Takes the drawing.</param>
    /// <param name="digits">The digits and the guesses.</param>
    public static void Write(TextWriter output, IEnumerable<(Digit Digit, int Guess)> digits)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach ((Digit Digit, int Guess)[] row in digits.Chunk(PerRow))
        {
            output.WriteLine();
            WriteLine(row.Select(item => $"a {item.Digit.Truth}, read as {item.Guess}"));
            for (int y = 0; y < DigitSheet.Side; y += 2)
            {
                WriteLine(row.Select(item => Line(item.Digit.Pixels, y)));
            }
        }

        void WriteLine(IEnumerable<string> cells) =>
            output.WriteLine($"  {string.Join("   ", cells.Select(cell => cell.PadRight(DigitSheet.Side)))}".TrimEnd());
    }

    private static string Line(float[] pixels, int y)
    {
        StringBuilder line = new();
        for (int x = 0; x < DigitSheet.Side; x++)
        {
            bool upper = pixels[(y * DigitSheet.Side) + x] >= Ink;
            bool lower = pixels[((y + 1) * DigitSheet.Side) + x] >= Ink;
            line.Append((upper, lower) switch
            {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                _ => ' ',
            });
        }

        return line.ToString();
    }
}
