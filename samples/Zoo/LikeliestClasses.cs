namespace AlexNetGen.Samples;

/// <summary>The classes that a trained network thinks likeliest.</summary>
public static class LikeliestClasses
{
    private const int Count = 5;

    /// <summary>Writes the five likeliest, with their probabilities.</summary>
    /// <param name="output">Takes them.</param>
    /// <param name="scores">A score for each of ImageNet's 1,000 classes, before the softmax.</param>
    public static void Write(TextWriter output, float[] scores)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(scores);
        string[] names = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "imagenet_classes.txt"));
        foreach ((int index, double probability) in Softmax(scores).Index().OrderByDescending(item => item.Item).Take(Count))
        {
            output.WriteLine($"{probability,6:P1}  {names[index]}");
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
