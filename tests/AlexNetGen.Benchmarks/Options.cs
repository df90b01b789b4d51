using System.Globalization;

namespace AlexNetGen.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Command">compare, layers, profile, load, callers or cold.</param>
/// <param name="Network">The class of one network; those of the samples where null.</param>
/// <param name="Threads">The threads of each side.</param>
/// <param name="Batch">The images of a call; others than compare and callers time one.</param>
/// <param name="Weights">How ours keeps the weights of fully connected layers.</param>
/// <param name="Json">The file to write as well, or null.</param>
internal sealed record Options(string Command, string? Network, int Threads, int Batch, StoredWeights Weights, string? Json)
{
    /// <summary>Null where the command line is wrong.</summary>
    public static Options? Parse(string[] arguments)
    {
        if (arguments is not ["compare" or "layers" or "profile" or "load" or "callers" or "cold", ..])
        {
            return null;
        }

        Options options = new(arguments[0], Network: null, Threads: 1, Batch: 1, StoredWeights.Float32, Json: null);
        for (int i = 1; i < arguments.Length; i += 2)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            Options? next = (arguments[i], value) switch
            {
                ("--network", not null) => options with { Network = value },
                ("--threads", not null) when IsCount(value, out int threads) => options with { Threads = threads },
                ("--batch", not null) when options.Command is "compare" or "callers" && IsCount(value, out int batch) => options with { Batch = batch },
                ("--weights", not null) when Enum.TryParse(value, ignoreCase: true, out StoredWeights weights) => options with { Weights = weights },
                ("--json", not null) => options with { Json = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }

    public static int Usage()
    {
        Console.Error.WriteLine(
            "Usage: dotnet run -c Release --project tests/AlexNetGen.Benchmarks -- compare|layers|profile|load|callers|cold [--network X] [--threads n] [--batch n, of compare and callers] [--weights float32|bfloat16|int8] [--json file] | generator | kernels [arguments of BenchmarkDotNet]");
        Console.Error.WriteLine("Networks: " + string.Join(", ", Subject.OfSamples.Concat(Subject.Others).Select(subject => subject.Name)));
        return 2;
    }

    /// <summary>The network asked for, or those of the samples; none, with a message, where there is none of that name.</summary>
    public IReadOnlyList<Subject> Subjects()
    {
        IReadOnlyList<Subject> found = Network is null ? Subject.OfSamples
            : [.. Subject.OfSamples.Concat(Subject.Others).Where(subject => subject.Name.Equals(Network, StringComparison.OrdinalIgnoreCase))];
        if (found.Count == 0)
        {
            Console.Error.WriteLine($"There is no network {Network}.");
            Usage();
        }

        return found;
    }

    private static bool IsCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
}
