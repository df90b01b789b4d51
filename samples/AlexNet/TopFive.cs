using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>The five classes that a trained network thinks likeliest.</summary>
public static class TopFive
{
    /// <summary>Writes the classes of a photograph.</summary>
    /// <param name="output">Takes them.</param>
    /// <param name="network">The network, with trained weights.</param>
    /// <param name="image">The photograph.</param>
    public static void Write(TextWriter output, TorchvisionAlexNet network, RgbImage image)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(network);
        float[] scores = new float[TorchvisionAlexNet.OutputLength];
        network.Forward(Photograph.Prepare(Preprocessing.Torchvision, image), scores);

        string[] names = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "imagenet_classes.txt"));
        output.WriteLine("The five likeliest classes:");
        output.WriteLine();
        foreach ((int index, double probability) in Softmax(scores).Index().OrderByDescending(item => item.Item).Take(5))
        {
            output.WriteLine($"  {probability,6:P1}  {names[index]}");
        }
    }

    private static double[] Softmax(float[] scores)
    {
        double largest = scores.Max(); // Taken away so that no exponential overflows.
        double[] exponentials = [.. scores.Select(score => Math.Exp(score - largest))];
        double sum = exponentials.Sum();
        return [.. exponentials.Select(exponential => exponential / sum)];
    }
}
