namespace AlexNetGen.Samples;

/// <summary>Six readings of AlexNet: their sizes side by side, and a photograph through them.</summary>
public static class AlexNetSample
{
    /// <summary>Runs the sample.</summary>
    /// <param name="args">The command line, as <see cref="Options.Usage"/> says.</param>
    /// <param name="output">Takes what is found.</param>
    /// <param name="error">Takes one line when something is wrong.</param>
    /// <returns>0; 1 where a network disagrees with PyTorch; 2 where the command line or a file is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            Options options = Options.Parse(args);
            if (options.Help)
            {
                output.WriteLine(Options.Usage);
                return 0;
            }

            // Everything that can be wrong with the user's files comes out before the first line is printed.
            Photograph photograph = Photograph.Load(options.Image);
            using TorchvisionAlexNet? trained = options.Weights is { } file ? TrainedWeights.Load(file) : null;

            LayerTable.Write(output, TorchvisionAlexNet.Description, "The table at 224, torchvision's");
            LayerTable.Write(output, UngroupedAlexNet227.Description, "The table at 227, often posted as Caffe's");
            InputSizes.Write(output);
            photograph.WriteTimes(output, trained);
            if (trained is not null)
            {
                TopFive.Write(output, trained, photograph.Image);
                return 0;
            }

            return Agreement.Write(output) ? 0 : 1;
        }
        catch (InputException problem)
        {
            error.WriteLine($"AlexNet: {problem.Message}");
            return 2;
        }
    }
}
