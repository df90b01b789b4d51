using System.Globalization;
using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>Messages and generated code are the same whatever the culture of the compiler.</summary>
public sealed class CultureTests
{
    private static readonly string[] Sources =
    [
        Declared.Network("3, 224, 224", "Conv1: Conv2d(96, Kernel = 11, Stride = 4)"),
        Declared.Network("3, 224, 224", "Iii: Conv2d(64, Kernel = 11, Stride = 4, Padding = 2, Weights = \"iI\"), LocalResponseNorm(5, Alpha = 2e-5f, Beta = 0.75f)", "F: Flatten, Dropout(0.25), Linear(1000)"),
        Declared.Network("3, -224, 224", "A: ReLU"),
        Declared.Network("3, 8, 8", "A: Dropout(1.5)", "B: Conv2d(4, Kernel = -1)"),
        Declared.Network("3, 55, 55", "A: MaxPool2d(Kernel = 3, Stride = 7), Parameters(-12_345)", "I: AdaptiveAvgPool2d(100000)"),
        Declared.Network("3, 8, 8", "A: Conv2d(1000, Kernel = 3), Parameters(1234567)"),
    ];

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Are_the_same_in(string culture)
    {
        string[] invariant = [.. Sources.Select(Everything)];
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo? defaultBefore = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            // Analyzers may run on other threads. A culture with signs of its own is the hardest.
            CultureInfo odd = (CultureInfo)CultureInfo.GetCultureInfo(culture).Clone();
            odd.NumberFormat.NegativeSign = "~";
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NumberGroupSeparator = "'";
            CultureInfo.CurrentCulture = odd;
            CultureInfo.DefaultThreadCurrentCulture = odd;
            Assert.Equal("~1,5", (-1.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(invariant, Sources.Select(Everything));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = defaultBefore;
        }
    }

    private static string Everything(string source)
    {
        Compiled compiled = Compiled.From(source);
        return string.Join("\n", compiled.Diagnostics.Select(diagnostic => diagnostic.Message())) + string.Join("\n", compiled.Generated.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));
    }
}
