using System.Globalization;
using System.Text;

namespace AlexNetGen.Generator.Tests.Incrementality;

/// <summary>A residual network of as many layers as asked for.</summary>
internal static class LargeNetwork
{
    /// <summary>Blocks of two convolutions with their normalisation and a sum; the first layer, and the last two for the classes.</summary>
    public static string Source(int layers)
    {
        StringBuilder text = new("using AlexNetGen;\nnamespace Large;\n[Network(3, 64, 64)]\npublic sealed partial class Net\n{\n");
        Add("Conv2d(16, Kernel = 3, Stride = 1, Padding = 1, Bias = false)", 0);
        for (int i = 1; i < layers - 1; i++)
        {
            Add(
                (i % 5) switch
                {
                    1 or 3 => "Conv2d(16, Kernel = 3, Padding = 1, Bias = false)",
                    2 => "BatchNorm2d, ReLU",
                    4 => "BatchNorm2d",
                    _ => $"Add(nameof(L{Number(i - 1)}), nameof(L{Number(i - 5)})), ReLU",
                },
                i);
        }

        Add("GlobalAvgPool, Flatten, Linear(10)", layers - 1);
        return text.Append("    private static int Twice(int x) => 2 * x;\n}\n").ToString();

        void Add(string attributes, int number) => text.Append(CultureInfo.InvariantCulture, $"    [{attributes}] public static partial Layer L{number} {{ get; }}\n");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
