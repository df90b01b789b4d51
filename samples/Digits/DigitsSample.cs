using System.Diagnostics;

namespace AlexNetGen.Samples;

/// <summary>A trained network reads 1,000 handwritten digits that it has not seen.</summary>
public static class DigitsSample
{
    private const double Required = 0.98;
    private const int Runs = 9;

    /// <summary>Runs the sample.</summary>
    /// <param name="args">The command line: nothing.</param>
    /// <param name="output">Takes what is found.</param>
    /// <param name="error">Takes one line when the command line is wrong.</param>
    /// <returns>0; 1 where too many digits are misread, or one otherwise than by PyTorch; 2 where there are arguments.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (args.Count > 0)
        {
            error.WriteLine($"Digits: unknown argument '{args[0]}'; the sample takes none.");
            return 2;
        }

        using DigitNet network = DigitNet.Load(Beside("digits.safetensors"));
        IReadOnlyList<Digit> digits = DigitSheet.HeldOut(Beside("digits.png"));
        Classification classification = Classification.Of(network, digits);
        float[] expected = PyTorchOutputs.Read(Beside("pytorch.safetensors"))["predictions"];
        int same = classification.Guesses.Zip(expected).Count(pair => pair.First == pair.Second);

        output.WriteLine($"DigitNet: {DigitNet.ParameterCount:N0} parameters, {DigitNet.Description.MultiplyAdds:N0} multiply-adds, trained on 4,000 digits");
        output.WriteLine($"  {classification.Right} of {digits.Count:N0} others read right: {classification.Accuracy:P1}");
        output.WriteLine($"  {same:N0} of {expected.Length:N0} read as PyTorch reads them");
        output.WriteLine($"  {MillisecondsPerDigit(network, digits):F3} ms a digit, on one thread; the median of {Runs} runs");
        output.WriteLine();
        ConfusionTable.Write(output, classification);
        DigitDrawing.Write(output, classification.Misread);

        bool passed = classification.Accuracy >= Required && same == digits.Count && expected.Length == digits.Count;
        if (!passed)
        {
            output.WriteLine();
            output.WriteLine($"Failed: at least {Required:P0} must be right, and all as PyTorch reads them.");
        }

        return passed ? 0 : 1;
    }

    private static double MillisecondsPerDigit(DigitNet network, IReadOnlyList<Digit> digits)
    {
        double[] times = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Classification.Of(network, digits);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds / digits.Count;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
