using System.Globalization;
using System.Text;

namespace AlexNetGen.Weights;

/// <summary>Names out of a file, made fit for one line of a message.</summary>
internal static class TensorName
{
    private const int LongestShown = 120;

    /// <summary>The name in quotes, control characters escaped, and cut where it is very long.</summary>
    public static string Quote(string name)
    {
        StringBuilder text = new("'");
        foreach (char character in name.AsSpan(0, Math.Min(name.Length, LongestShown)))
        {
            if (char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }

        return text.Append(name.Length > LongestShown ? "...'" : "'").ToString();
    }
}
