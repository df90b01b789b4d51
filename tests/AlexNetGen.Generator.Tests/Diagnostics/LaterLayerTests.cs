using AlexNetGen.Generator.Tests.Harness;

namespace AlexNetGen.Generator.Tests.Diagnostics;

/// <summary>ANG2005: a layer reads a later one, or itself.</summary>
public sealed class LaterLayerTests
{
    [Fact]
    public void A_later_one()
    {
        string message = Only.Error("ANG2005", "nameof(B)", Declared.Compile("3, 8, 8", "A: From(nameof(B)), ReLU", "B: From(Network.Input), ReLU"));
        Assert.Equal("A reads B, which stands below it. Layers are computed in source order; read one above, or move A below B.", message);
    }

    [Fact]
    public void Itself() => Assert.StartsWith(
        "A reads itself.", Only.Error("ANG2005", "nameof(A)", Declared.Compile("3, 8, 8", "A: Add(nameof(A), Network.Input)")), StringComparison.Ordinal);
}
