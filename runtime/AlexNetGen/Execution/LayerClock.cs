using System.ComponentModel;
using System.Diagnostics;

namespace AlexNetGen.Execution;

/// <summary>Times the layers of forward passes; called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LayerClock
{
    private const int Warmups = 3;
    private const int FewestPasses = 5;
    private const int MostPasses = 50;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1);

    private readonly NetworkDescription _network;
    private readonly int _threads;
    private readonly List<long[]> _passes = [];
    private readonly long _begin = Stopwatch.GetTimestamp();
    private long[] _current = [];
    private long _last;

    /// <summary>Makes a clock for several forward passes of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="threads">The threads that share a pass.</param>
    public LayerClock(NetworkDescription network, int threads)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        _threads = threads;
    }

    /// <summary>Begins a pass.</summary>
    /// <returns>False when there have been enough.</returns>
    public bool Start()
    {
        int measured = _passes.Count - Warmups;
        if (measured >= MostPasses || (measured >= FewestPasses && Stopwatch.GetElapsedTime(_begin) > LongEnough))
        {
            return false;
        }

        _current = new long[_network.Layers.Count];
        _passes.Add(_current);
        _last = Stopwatch.GetTimestamp();
        return true;
    }

    /// <summary>Ends a layer, or a part of it.</summary>
    /// <param name="layer">Its number.</param>
    public void Done(int layer)
    {
        long now = Stopwatch.GetTimestamp();
        _current[layer] += now - _last;
        _last = now;
    }

    /// <summary>Ends two layers that were computed together, which share the time as the parts of their work do.</summary>
    /// <param name="first">The number of the first.</param>
    /// <param name="second">The number of the second.</param>
    /// <param name="parts">How long the threads worked for each, in any unit.</param>
    internal void Done(int first, int second, (long First, long Second) parts)
    {
        long now = Stopwatch.GetTimestamp(), both = now - _last;
        long share = (long)((double)both * parts.First / Math.Max(parts.First + parts.Second, 1));
        _current[first] += share;
        _current[second] += both - share;
        _last = now;
    }

    /// <summary>Counts the time since then for one of the parts of such work; called by any thread.</summary>
    /// <param name="parts">What has been counted, a number for each; null where nobody asks.</param>
    /// <param name="part">The part that ends.</param>
    /// <param name="since">When it began.</param>
    /// <returns>Now, when the next part begins.</returns>
    internal static unsafe long Count(long* parts, int part, long since)
    {
        if (parts is null)
        {
            return 0;
        }

        long now = Stopwatch.GetTimestamp();
        Interlocked.Add(ref parts[part], now - since);
        return now;
    }

    /// <summary>The medians of the passes but the first ones.</summary>
    public NetworkProfile Profile()
    {
        long[][] measured = [.. _passes.Skip(Warmups)];
        double[] milliseconds = [.. _network.Layers.Select((_, layer) => Median(measured.Select(pass => pass[layer])))];
        double total = milliseconds.Sum();
        return new NetworkProfile(_network.Name, _threads, [.. _network.Layers.Select((layer, i) =>
            new LayerProfile(layer.Name, milliseconds[i], 2e-6 * layer.MultiplyAdds / Math.Max(milliseconds[i], 1e-6), milliseconds[i] / total))]);
    }

    private static double Median(IEnumerable<long> ticks)
    {
        long[] sorted = [.. ticks.Order()];
        return 1e3 * sorted[sorted.Length / 2] / Stopwatch.Frequency;
    }
}
