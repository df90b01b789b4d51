namespace AlexNetGen;

/// <summary>How a network's weights are loaded, and how it computes with them.</summary>
public sealed class LoadOptions : InferenceOptions
{
    /// <summary>Makes options with nothing set.</summary>
    public LoadOptions()
    {
    }

    /// <summary>Takes over how to compute.</summary>
    /// <param name="inference">The options to take over.</param>
    public LoadOptions(InferenceOptions inference)
    {
        ArgumentNullException.ThrowIfNull(inference);
        Threads = inference.Threads;
        FullyConnectedWeights = inference.FullyConnectedWeights;
        LeastSharedWork = inference.LeastSharedWork;
        if (inference is LoadOptions load)
        {
            Ignore = load.Ignore;
            Progress = load.Progress;
            Map = load.Map;
        }
    }

    /// <summary>Every tensor of the file must be the network's; one thread; weights as they come.</summary>
    public static LoadOptions Default { get; } = new();

    /// <summary>
    /// Prefixes of the names of tensors in the file that are not the network's, such as auxiliary heads
    /// (<c>"aux1."</c>) that only training uses; compared ordinally. A tensor that the network declares is read
    /// whatever its name begins with. Tensors named <c>num_batches_tracked</c>, PyTorch's counters, need not be
    /// listed.
    /// </summary>
    /// <exception cref="ArgumentNullException">The list, or a prefix in it, is <see langword="null"/>.</exception>
    public IReadOnlyList<string> Ignore
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            string[] prefixes = [.. value];
            foreach (string prefix in prefixes)
            {
                ArgumentNullException.ThrowIfNull(prefix, nameof(value));
            }

            field = prefixes;
        }
    }

    = [];
    /// <summary>
    /// Told how much of the weights has been read, from 0 to 1, now and then and at the end; never less than before.
    /// May be called on any thread.
    /// </summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>
    /// Whether to use a file that <c>SavePacked</c> wrote where it is, mapped into memory: a network is then ready at once
    /// where the file is in the page cache, and processes share its pages. What is not there yet is read from the disk when
    /// the network is loaded (Linux), or when it is first used. Off where left out: the file is read.
    /// </summary>
    /// <remarks>
    /// The operating system ends a process that reads from a mapped file which has been truncated meanwhile, or whose disk
    /// is gone, and no exception can be caught. Replace such a file, as <c>SavePacked</c> does; never write into it. It is
    /// closed when the network is disposed and the calls under way have ended.
    /// </remarks>
    public bool Map { get; init; }
}
