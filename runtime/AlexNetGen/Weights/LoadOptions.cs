namespace AlexNetGen;

/// <summary>What loading a network's weights lets pass.</summary>
public sealed class LoadOptions
{
    /// <summary>Every tensor of the file must be the network's.</summary>
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
}
