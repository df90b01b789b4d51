using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>The six networks against PyTorch: the same photograph, the same weights.</summary>
public static class Agreement
{
    /// <summary>The largest difference that passes, relative to the largest output.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Computes all six, one after the other, and writes how far they are from PyTorch.</summary>
    /// <param name="output">Takes the table.</param>
    /// <returns>Whether all agree.</returns>
    public static bool Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"No weights were given, so they are random (seed {Reading.WeightSeed}) and name no class. What can be checked: PyTorch in float64");
        output.WriteLine("computes the same from the same weights and the same photograph, chelsea.png.");
        output.WriteLine();

        RgbImage chelsea = RgbImage.Load(Options.Chelsea);
        IReadOnlyDictionary<string, float[]> golden = PyTorchOutputs.Read(
            Path.Combine(AppContext.BaseDirectory, "Golden", "pytorch.safetensors"));
        TextTable table = new("network", " outputs", " largest output", " PyTorch's", " largest difference", " relative", "agrees");
        bool all = true;
        foreach (Reading reading in Reading.All)
        {
            float[] computed = reading.ComputeRandomly(Photograph.Prepare(reading.Preprocessing, chelsea));
            float[] expected = golden[reading.Network.Name];
            int largest = Array.IndexOf(expected, expected.MaxBy(MathF.Abs));
            double difference = LargestDifference(computed, expected);
            double relative = difference / Math.Abs(expected[largest]);
            bool agrees = relative <= Tolerance; // False for NaN.
            all &= agrees;
            table.Add(
                reading.Network.Name,
                $"{computed.Length:N0}",
                $"{computed[largest]:F5}",
                $"{expected[largest]:F5}",
                $"{difference:0.0E-0}",
                $"{relative:0.0E-0}",
                agrees ? "yes" : "NO");
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine(all ? "All six agree with PyTorch." : $"Not all agree: more than {Tolerance:0E-0} of the largest output is too much.");
        return all;
    }

    /// <summary>The largest difference between two outputs; NaN where a value is.</summary>
    /// <param name="computed">One.</param>
    /// <param name="expected">The other, of the same length.</param>
    public static double LargestDifference(IReadOnlyList<float> computed, IReadOnlyList<float> expected)
    {
        ArgumentNullException.ThrowIfNull(computed);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentOutOfRangeException.ThrowIfNotEqual(computed.Count, expected.Count, nameof(computed));
        return computed.Zip(expected, (a, b) => Math.Abs((double)a - b)).Aggregate(0.0, Math.Max);
    }
}
