namespace AlexNetGen.Samples;

/// <summary>The command line.</summary>
/// <param name="Image">The photograph, PNG or JPEG.</param>
/// <param name="Weights">The weights for <see cref="TorchvisionAlexNet"/>; random ones where there is no file.</param>
/// <param name="Help">Whether to say how the sample is used and do nothing else.</param>
public sealed record Options(string Image, string? Weights, bool Help)
{
    /// <summary>How the sample is used.</summary>
    public const string Usage = """
        usage: dotnet run -c Release --project samples/AlexNet [-- options]

          --image file     a photograph, PNG or JPEG; the cat in Photos where left out
          --weights file   torchvision's trained weights as safetensors: prints the photograph's five best classes;
                           where left out, the weights are random and the networks are compared with PyTorch
          --help           this text
        """;

    /// <summary>The photograph the sample comes with.</summary>
    public static string Chelsea { get; } = Path.Combine(AppContext.BaseDirectory, "Photos", "chelsea.png");

    /// <summary>Reads the command line.</summary>
    /// <param name="args">Its words.</param>
    /// <exception cref="InputException">An option is unknown, stands twice, or lacks its file.</exception>
    public static Options Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        string? image = null;
        string? weights = null;
        bool help = false;
        for (int i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--image":
                    image = FileAfter(args, ref i, image);
                    break;
                case "--weights":
                    weights = FileAfter(args, ref i, weights);
                    break;
                case "--help" or "-h":
                    help = true;
                    break;
                default:
                    throw new InputException($"unknown option '{args[i]}'; --help lists them.");
            }
        }

        return new Options(image ?? Chelsea, weights, help);
    }

    private static string FileAfter(IReadOnlyList<string> args, ref int i, string? before)
    {
        string option = args[i];
        if (before is not null)
        {
            throw new InputException($"{option} stands twice.");
        }

        i++;
        return i < args.Count && args[i].Length > 0 && !args[i].StartsWith("--", StringComparison.Ordinal)
            ? args[i]
            : throw new InputException($"{option} needs a file after it.");
    }
}
