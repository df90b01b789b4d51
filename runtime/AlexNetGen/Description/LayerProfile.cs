namespace AlexNetGen;

/// <summary>How long a layer took.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Milliseconds">The median time, in milliseconds; 0 for a layer that computes nothing, or whose work another layer does.</param>
/// <param name="GigaflopsPerSecond">
/// Multiplications and additions of its convolutions and fully connected layers, two for each multiply-add of the
/// definition whatever the algorithm, in 10^9 a second.
/// </param>
/// <param name="Share">Its part of the network's time, from 0 to 1.</param>
public sealed record LayerProfile(string Name, double Milliseconds, double GigaflopsPerSecond, double Share);
