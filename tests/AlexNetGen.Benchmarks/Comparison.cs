using System.Globalization;

namespace AlexNetGen.Benchmarks;

/// <summary>AlexNet, one image, one thread: ONNX Runtime against the kernels.</summary>
internal static class Comparison
{
    private const float Tolerance = 1e-5f;

    /// <summary>Prints the table; returns whether the outputs agree.</summary>
    public static bool Run()
    {
        Console.WriteLine(Machine.Describe());
        var parameters = new AlexNetParameters(seed: 1);
        float[] image = AlexNetParameters.Uniform(new Random(2), 150_528, 1);
        var ours = new HandWritten(parameters, image);

        Console.WriteLine("AlexNet (torchvision), 1 image, 1 thread   ORT ms   ours ms   ORT/ours");
        bool agree;
        using (var features = new OnnxRuntimeSession(OnnxModel.Write(parameters, classifier: false), image, [1, 256, 6, 6]))
        {
            agree = Compare("convolutions and pools", features.Candidate, ours.FeaturesOnly);
        }

        using (var whole = new OnnxRuntimeSession(OnnxModel.Write(parameters, classifier: true), image, [1, 1000]))
        {
            agree &= Compare("whole network", whole.Candidate, ours.Whole);
        }

        foreach ((string name, double milliseconds) in Timing.Steps(ours.Steps))
        {
            Print($"  {name,-20} {milliseconds,8:F3} ms");
        }

        return agree;
    }

    private static bool Compare(string what, Candidate reference, Candidate ours)
    {
        reference.Run();
        ours.Run();
        float largest = reference.Output.Max(MathF.Abs);
        float difference = reference.Output.Zip(ours.Output, (a, b) => MathF.Abs(a - b)).Max() / largest;
        double[] medians = Timing.Medians(reference.Run, ours.Run);
        Print($"{what,-40} {medians[0],8:F2}  {medians[1],8:F2}   {medians[0] / medians[1],8:F2}   largest difference {difference:E1} of the largest value");

        // Also false where the difference is NaN.
        return difference <= Tolerance;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
