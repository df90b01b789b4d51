namespace AlexNetGen;

/// <summary>How a network computes.</summary>
public class InferenceOptions
{
    /// <summary>
    /// The threads that share one forward pass, the caller's included; 0 is one for each processor. 1 where left out:
    /// programs that serve many callers at once use their processors already, and one thread a pass is the most
    /// efficient. The result is the same, bit for bit, for any number.
    /// </summary>
    /// <remarks>
    /// The workers belong to the network, block while no forward pass is under way, and end when it is disposed. Calls
    /// from several threads at once do not add workers: the first has them, the others compute alone. A pass of less than some
    /// fifty microseconds has none: they would wake up when it is over. Several threads wait
    /// for memory where one has arithmetic to do, so some convolutions over small maps keep their weights in fewer bytes.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    = 1;

    /// <summary>
    /// How the weights of fully connected layers are kept in memory; converted while they are loaded. A forward pass of
    /// one image is bound by the speed at which they come from memory, so fewer bytes are faster.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration's.</exception>
    public StoredWeights FullyConnectedWeights
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "No such way to store weights.");
    }

    /// <summary>The least work of a pass that threads share, in multiply-adds: one thread does so much while another wakes up.</summary>
    internal long LeastSharedWork { get; init; } = 4_000_000;

    /// <summary>The number of threads with 0 resolved.</summary>
    internal int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;
}
