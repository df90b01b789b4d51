namespace AlexNetGen.Samples;

/// <summary>The command line.</summary>
/// <param name="Network">The name of a network, or <see cref="Roundings"/>; the list of all where there is none.</param>
/// <param name="Weights">A file of trained weights for it, and</param>
/// <param name="Image">a photograph: both or neither.</param>
/// <param name="Help">Whether to say how the sample is used and do nothing else.</param>
public sealed record ZooOptions(string? Network, string? Weights, string? Image, bool Help)
{
    /// <summary>In the place of a network's name: the table of all lengths that are not whole numbers.</summary>
    public const string Roundings = "roundings";

    /// <summary>How the sample is used.</summary>
    public const string Usage = """
        usage: dotnet run -c Release --project samples/Zoo [-- NAME [--weights file --image file] | -- roundings]

          without a name   the networks: input, parameters, multiply-adds
          NAME             the network's layers: shapes, parameters, cost, formulas
          roundings        the lengths that are not whole numbers, and what becomes of them
          --weights file   trained weights as safetensors, with torchvision's tensor names, and
          --image file     a photograph, PNG or JPEG: prints its five likeliest classes
          --help           this text
        """;

    /// <summary>Reads the command line.</summary>
    /// <param name="args">Its words.</param>
    /// <exception cref="InputException">An option is unknown, stands twice, or lacks what belongs to it.</exception>
    public static ZooOptions Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        string? network = null;
        string? weights = null;
        string? image = null;
        for (int i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--weights":
                    weights = FileAfter(args, ref i, weights);
                    break;
                case "--image":
                    image = FileAfter(args, ref i, image);
                    break;
                case "--help" or "-h":
                    return new ZooOptions(null, null, null, Help: true);
                case ['-', ..]:
                    throw new InputException($"unknown option '{args[i]}'; --help lists them.");
                case var name when network is null:
                    network = name;
                    break;
                default:
                    throw new InputException($"'{args[i]}' is one word too many; '{network}' is the network.");
            }
        }

        return (network, weights, image) switch
        {
            (null, not null, _) or (null, _, not null) => throw new InputException("name a network first; without arguments all are listed."),
            (Roundings, not null, _) or (Roundings, _, not null) => throw new InputException($"{Roundings} is no network, and takes neither weights nor a photograph."),
            (_, not null, null) => throw new InputException("--weights needs a photograph beside it: --image file."),
            (_, null, not null) => throw new InputException("--image needs trained weights beside it: --weights file."),
            _ => new ZooOptions(network, weights, image, Help: false),
        };
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
