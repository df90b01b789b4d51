using System.Runtime.InteropServices;

namespace AlexNetGen.Weights;

/// <summary>
/// The beginning of a file of packed weights, in the byte order of the machine: what the file is for. The network's name
/// and a <see cref="PackedEntry"/> for each array follow, then the arrays, in the order in which the network loads them.
/// <code>
/// | header | name, UTF-8 | entries | ... 64 | array | ... 64 | array | ... |
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PackedHeader
{
    /// <summary>The format's first bytes, <c>ANGPACK</c> and a line feed: longer than any header of a safetensors file.</summary>
    public const ulong Signature = 0x0A_4B_43_41_50_47_4E_41;

    /// <summary>To be raised whenever any kernel wants its weights in another order.</summary>
    public const uint CurrentVersion = 8;

    /// <summary>Where arrays begin, in bytes.</summary>
    public const int Alignment = 64;

    /// <summary><see cref="Stored"/> where no layer is fully connected.</summary>
    public const uint NothingStored = uint.MaxValue;

    /// <summary><see cref="Signature"/>.</summary>
    public ulong Magic;

    /// <summary>The version of format and orders.</summary>
    public uint Version;

    /// <summary>Floats of the widest vector of the machine that packed the weights.</summary>
    public uint VectorFloats;

    /// <summary>How the weights of fully connected layers are stored.</summary>
    public uint Stored;

    /// <summary>The number of arrays.</summary>
    public uint Entries;

    /// <summary>A hash of the names and shapes of the network's tensors.</summary>
    public ulong Tensors;

    /// <summary>The bytes of the whole file.</summary>
    public long FileLength;

    /// <summary>The bytes of the network's name.</summary>
    public uint NameLength;

    private readonly uint _padding;

    /// <summary>The hash of a network's tensors.</summary>
    public static ulong HashOf(NetworkDescription network)
    {
        StableHash hash = new();
        foreach (TensorDescription tensor in network.Tensors)
        {
            hash.Add(tensor.Name);
            hash.Add(tensor.Shape.Rank);
            foreach (int dimension in tensor.Shape)
            {
                hash.Add(dimension);
            }
        }

        return hash.Value;
    }
}
