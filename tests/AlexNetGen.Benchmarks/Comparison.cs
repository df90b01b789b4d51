using System.Globalization;
using AlexNetGen.Samples;

namespace AlexNetGen.Benchmarks;

/// <summary>One image, one thread: ONNX Runtime against the generated networks, in one process.</summary>
internal static class Comparison
{
    private const float Tolerance = 1e-5f;

    private static readonly (string Name, Func<bool> Compare)[] Networks =
    [
        (nameof(TorchvisionAlexNet), Compare<TorchvisionAlexNet>),
        (nameof(MmpretrainAlexNet), Compare<MmpretrainAlexNet>),
        (nameof(CaffeAlexNet), Compare<CaffeAlexNet>),
        (nameof(SqueezeNet1_1), Compare<SqueezeNet1_1>),
        (nameof(ResNet18), Compare<ResNet18>),
        (nameof(Vgg16), Compare<Vgg16>),
    ];

    /// <summary>Prints the table; returns whether the outputs agree.</summary>
    /// <param name="only">The network to compare; all where null.</param>
    public static bool Run(string? only)
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine("1 image, 1 thread, float32, medians     ORT ms  ours ms  ORT/ours  largest difference / largest value");
        bool agree = true;
        foreach ((string name, Func<bool> compare) in Networks)
        {
            agree &= (only is not null && only != name) || compare();
        }

        return agree;
    }

    private static bool Compare<TNetwork>()
        where TNetwork : class, INetwork<TNetwork>
    {
        NetworkDescription network = TNetwork.Description;
        float[] image = new float[TNetwork.InputLength];
        UniformGenerator.Fill("input", seed: 7, bound: 1, image);

        byte[] model = OnnxModel.Write(network, new RandomWeights(network, seed: 1));
        using OnnxRuntimeSession reference = new(model, network, image);
        using TNetwork ours = TNetwork.WithRandomWeights(seed: 1);
        float[] output = new float[TNetwork.OutputLength];
        void Forward() => ours.Forward(image, output);

        reference.Candidate.Run();
        Forward();
        float largest = reference.Candidate.Output.Max(MathF.Abs);
        float difference = reference.Candidate.Output.Zip(output, (a, b) => MathF.Abs(a - b)).Max() / largest;
        double[] medians = Timing.Medians(reference.Candidate.Run, Forward);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{network.Name,-36}  {medians[0],8:F2} {medians[1],8:F2}  {medians[0] / medians[1],8:F2}  {difference:E1}"));

        // Also false where the difference is NaN.
        return difference <= Tolerance;
    }
}
