using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>Classic networks: a list of them, the table of one, and a photograph through one with trained weights.</summary>
public static class ZooSample
{
    /// <summary>Runs the sample.</summary>
    /// <param name="args">The command line, as <see cref="ZooOptions.Usage"/> says.</param>
    /// <param name="output">Takes what is found.</param>
    /// <param name="error">Takes one line when something is wrong.</param>
    /// <returns>0; 2 where the command line or a file is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            Run(ZooOptions.Parse(args), output);
            return 0;
        }
        catch (InputException problem)
        {
            error.WriteLine($"Zoo: {problem.Message}");
            return 2;
        }
    }

    private static void Run(ZooOptions options, TextWriter output)
    {
        if (options.Help)
        {
            output.WriteLine(ZooOptions.Usage);
        }
        else if (options.Network is null)
        {
            NetworkZoo.WriteList(output);
        }
        else if (options.Network == ZooOptions.Roundings)
        {
            RoundingTable.Write(output);
        }
        else if (options is { Weights: { } weights, Image: { } image })
        {
            Classify(NetworkZoo.Find(options.Network), weights, image, output);
        }
        else
        {
            output.Write(NetworkZoo.Find(options.Network).Description.ToTable());
        }
    }

    private static void Classify(ZooNetwork network, string weights, string image, TextWriter output)
    {
        Preprocessing preprocessing = network.Preprocessing
            ?? throw new InputException($"{network.Description.Name} reads {network.Description.Input}, no photographs.");

        // The photograph first: it is read sooner than half a gigabyte of weights.
        float[] input = ImageFile.Prepare(image, preprocessing);
        float[] scores = network.Compute(weights, input);
        LikeliestClasses.Write(output, scores);
    }
}
