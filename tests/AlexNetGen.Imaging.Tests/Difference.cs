using System.Globalization;

namespace AlexNetGen.Imaging.Tests;

/// <summary>How far two pictures of one size are apart.</summary>
internal static class Difference
{
    public static void AssertAtMost(int largest, double mean, RgbImage expected, RgbImage actual)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        int largestFound = 0;
        long sum = 0;
        for (int i = 0; i < expected.Pixels.Length; i++)
        {
            int difference = Math.Abs(expected.Pixels[i] - actual.Pixels[i]);
            largestFound = Math.Max(largestFound, difference);
            sum += difference;
        }

        double meanFound = (double)sum / expected.Pixels.Length;
        Assert.True(
            largestFound <= largest && meanFound <= mean,
            string.Create(CultureInfo.InvariantCulture, $"Expected at most {largest} and {mean} on average, found {largestFound} and {meanFound}."));
    }
}
