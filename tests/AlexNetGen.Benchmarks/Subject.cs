using AlexNetGen.Samples;

namespace AlexNetGen.Benchmarks;

/// <summary>A network of the samples, or of this program, whatever its class.</summary>
internal abstract class Subject
{
    /// <summary>The networks of the samples: TorchvisionAlexNet, the other readings of AlexNet, then the rest by name.</summary>
    public static IReadOnlyList<Subject> OfSamples { get; } = InNamespace("AlexNetGen.Samples");

    /// <summary>Networks of other geometries, which are measured where they are asked for.</summary>
    public static IReadOnlyList<Subject> Others { get; } = InNamespace("AlexNetGen.Benchmarks.Networks");

    public string Name => Description.Name;

    public abstract NetworkDescription Description { get; }

    /// <summary>Our side: a forward pass of some images, with random weights.</summary>
    public abstract Candidate Make(Options options, float[] images);

    /// <summary>The forward pass of a candidate of <see cref="Make"/>'s for one more caller, with outputs of its own.</summary>
    public abstract Action Caller(Candidate candidate);

    /// <summary>Writes a file of weights.</summary>
    public abstract void Save(string path);

    /// <summary>Loads a file of weights, mapping one of packed weights if asked to.</summary>
    public abstract IDisposable Load(string path, Options options, bool map = false);

    /// <summary>Turns a file of weights into one of packed weights.</summary>
    public abstract void Pack(string path, string packed, Options options);

    /// <summary>The times of its layers.</summary>
    public abstract NetworkProfile Profile(Options options);

    private static Subject[] InNamespace(string name) =>
    [
        .. typeof(Subject).Assembly.GetTypes()
            .Where(type => type.Namespace == name)
            .Where(type => Array.Exists(type.GetInterfaces(), contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INetwork<>)))
            .OrderByDescending(type => type == typeof(TorchvisionAlexNet))
            .ThenByDescending(type => type.Name.Contains("AlexNet", StringComparison.Ordinal))
            .ThenBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (Subject)Activator.CreateInstance(typeof(Subject<>).MakeGenericType(type))!),
    ];
}

/// <summary>A network.</summary>
internal sealed class Subject<TNetwork> : Subject
    where TNetwork : class, INetwork<TNetwork>
{
    public override NetworkDescription Description => TNetwork.Description;

    public override Candidate Make(Options options, float[] images)
    {
        TNetwork network = Network(options);
        float[] outputs = new float[options.Batch * TNetwork.OutputLength];
        return options.Batch == 1
            ? new Candidate(() => network.Forward(images, outputs), outputs, network)
            : new Candidate(() => network.ForwardBatch(images, outputs, options.Batch), outputs, network);
    }

    public override Action Caller(Candidate candidate)
    {
        TNetwork network = (TNetwork)candidate.Owned;
        float[] outputs = new float[candidate.Outputs.Length];
        int batch = outputs.Length / TNetwork.OutputLength;
        float[] images = Candidate.Images(TNetwork.Description, batch);
        return batch == 1 ? () => network.Forward(images, outputs) : () => network.ForwardBatch(images, outputs, batch);
    }

    public override void Save(string path) => WeightsWriter.Save(path, TNetwork.Description, new RandomWeights(TNetwork.Description, Candidate.Seed));

    public override IDisposable Load(string path, Options options, bool map) => TNetwork.Load(path, new LoadOptions(Inference(options)) { Map = map });

    public override void Pack(string path, string packed, Options options)
    {
        using TNetwork network = TNetwork.Load(path, Inference(options));
        network.SavePacked(packed);
    }

    public override NetworkProfile Profile(Options options)
    {
        using TNetwork network = Network(options);
        return network.Profile(Candidate.Images(TNetwork.Description, 1));
    }

    private static TNetwork Network(Options options) => TNetwork.WithRandomWeights(Candidate.Seed, Inference(options));

    private static InferenceOptions Inference(Options options) => new() { Threads = options.Threads, FullyConnectedWeights = options.Weights };
}
