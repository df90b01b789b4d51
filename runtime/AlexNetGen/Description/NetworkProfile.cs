using System.Globalization;
using System.Text;

namespace AlexNetGen;

/// <summary>How long each layer of a network took: medians over some forward passes.</summary>
public sealed class NetworkProfile
{
    private const string None = "-";

    /// <summary>Reports times.</summary>
    /// <param name="network">The name of the network's class.</param>
    /// <param name="threads">The threads that shared a forward pass.</param>
    /// <param name="layers">The layers, in order.</param>
    public NetworkProfile(string network, int threads, IReadOnlyList<LayerProfile> layers)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(layers);
        Network = network;
        Threads = threads;
        Layers = layers;
    }

    /// <summary>The name of the network's class.</summary>
    public string Network { get; }

    /// <summary>The threads that shared a forward pass.</summary>
    public int Threads { get; }

    /// <summary>The layers, in order.</summary>
    public IReadOnlyList<LayerProfile> Layers { get; }

    /// <summary>The sum of the layers' times, in milliseconds.</summary>
    public double Milliseconds => Layers.Sum(layer => layer.Milliseconds);

    /// <summary>
    /// A table of text in columns: layer, milliseconds, GFLOP/s, share; dashes stand for a layer that has no time of its own, since
    /// another one does its work, and for a rate without multiply-adds. Lines end in <c>\n</c>; numbers are written as 61.25 in
    /// every culture.
    /// </summary>
    public string ToTable()
    {
        double rate = Layers.Sum(layer => layer.GigaflopsPerSecond * layer.Milliseconds) / Math.Max(Milliseconds, 1e-9);
        int width = Layers.Select(layer => layer.Name.Length).Append("layer".Length).Max();
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Network}, {Threads} {(Threads == 1 ? "thread" : "threads")}\n");
        text.Append(CultureInfo.InvariantCulture, $"{"layer".PadRight(width)}         ms  GFLOP/s   share\n");
        foreach (LayerProfile layer in Layers.Append(new LayerProfile("total", Milliseconds, rate, 1)))
        {
            string time = layer.Milliseconds == 0 ? None : layer.Milliseconds.ToString("0.0000", CultureInfo.InvariantCulture);
            string speed = layer.GigaflopsPerSecond == 0 ? None : layer.GigaflopsPerSecond.ToString("0.0", CultureInfo.InvariantCulture);
            string share = layer.Milliseconds == 0 ? None : layer.Share.ToString("0.0%", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{layer.Name.PadRight(width)}  {time,9}  {speed,7}  {share,6}\n");
        }

        return text.ToString();
    }
}
