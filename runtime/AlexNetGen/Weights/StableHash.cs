namespace AlexNetGen.Weights;

/// <summary>A 64-bit hash, the same in every process: FNV-1a (Fowler, Noll and Vo); 32 bits at a time.</summary>
internal struct StableHash()
{
    private ulong _value = 14_695_981_039_346_656_037;

    /// <summary>The hash of what was added.</summary>
    public readonly ulong Value => _value;

    /// <summary>Adds a number.</summary>
    public void Add(int number) => _value = (_value ^ (uint)number) * 1_099_511_628_211;

    /// <summary>Adds a text and its length.</summary>
    public void Add(string text)
    {
        foreach (char c in text)
        {
            Add(c);
        }

        Add(text.Length);
    }
}
