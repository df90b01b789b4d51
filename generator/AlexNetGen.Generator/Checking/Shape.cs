using System.Globalization;
using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>The shape of one activation: channels x height x width, channels x length, or features.</summary>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    public Shape(params int[] dimensions)
        : this(dimensions.ToEquatableArray())
    {
    }

    /// <summary>Whether it is channels x height x width.</summary>
    public bool IsMap => Dimensions.Count == 3;

    /// <summary>Whether it is channels x length.</summary>
    public bool IsSequence => Dimensions.Count == 2;

    /// <summary>Whether it is features alone.</summary>
    public bool IsVector => Dimensions.Count == 1;

    /// <summary>Channels, or features.</summary>
    public int Channels => Dimensions[0];

    public int Height => IsMap ? Dimensions[1] : 1;

    /// <summary>Columns, or the positions of a sequence.</summary>
    public int Width => IsMap ? Dimensions[2] : IsSequence ? Dimensions[1] : 1;

    /// <summary>The number of values; a product of two ints fits, of three may not, so it saturates.</summary>
    public long Length => Saturating.Multiply(Saturating.Multiply(Channels, Height), Width);

    /// <summary>The same with another number of channels, or features.</summary>
    public Shape WithChannels(int channels) => new(Dimensions.SetItem(0, channels));

    public override string ToString() =>
        string.Join("x", Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What it is, in words: "3x224x224 feature maps", "a 16x100 sequence" or "a vector of 9216 features".</summary>
    public string InWords() => IsMap ? $"{this} feature maps" : IsSequence ? $"a {this} sequence" : $"a vector of {this} features";
}
