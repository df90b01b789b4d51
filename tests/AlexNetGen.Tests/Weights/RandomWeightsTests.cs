namespace AlexNetGen.Tests.Weights;

/// <summary>
/// Expected values from Python, whose integers and floats know nothing of this code:
/// <code>
/// def fill(name, seed, bound, n):
///     h = 0xCBF29CE484222325
///     for b in name.encode(): h = (h ^ b) * 0x100000001B3 % 2**64
///     state = h ^ (seed % 2**32) * 0x9E3779B97F4A7C15 % 2**64
///     for i in range(n):
///         z = (state + (i + 1) * 0x9E3779B97F4A7C15) % 2**64
///         z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
///         z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
///         z ^= z >> 31
///         yield f32(((z >> 40) - 2**23) / 2**23 * f32(bound))
/// </code>
/// where f32 is <c>struct.unpack('f', struct.pack('f', x))[0]</c>; the product of two 32-bit floats is exact in 64.
/// </summary>
public class RandomWeightsTests
{
    [Theory]
    [InlineData("features.0.weight", 0, 1f, new uint[] { 0x3F3625D8, 0x3D5899C0, 0x3E8EBDF0, 0xBF509E90 })]
    [InlineData("input", -1, 1f, new uint[] { 0x3F05F5F8, 0xBF2FA222, 0xBF4CEB70, 0x3F6C8884 })]
    [InlineData("\u00e9", 7, 2.5f, new uint[] { 0xBF6EC3ED, 0xBFEA9E67, 0xBFE39EF2 })]
    [InlineData("", 0, 1f, new uint[] { 0x3F0702F8, 0xBF5FE64C })]
    public void The_generator_agrees_with_Python(string name, int seed, float bound, uint[] expected)
    {
        float[] values = new float[expected.Length];
        UniformGenerator.Fill(name, seed, bound, values);
        Assert.Equal(expected, values.Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void Weights_agree_with_Python()
    {
        // fill('features.0.weight', 42, math.sqrt(6 / 363), 4)
        RandomWeights weights = new(SafetensorsBytes.Network(new TensorDescription("features.0.weight", [2, 2], 3 * 11 * 11)), 42);
        Assert.Equal(
            [0x3D252197u, 0xBDB63C2Cu, 0xBD857E7Cu, 0x3D0F9381u],
            weights.Read("features.0.weight").Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void Weights_are_uniform_within_the_bound_of_their_fan_in()
    {
        RandomWeights weights = new(SafetensorsBytes.Network(new TensorDescription("w", [100_000], 24)), 1);
        float[] values = weights.Read("w");
        Assert.InRange(values.Min(), -0.5f, -0.4999f);
        Assert.InRange(values.Max(), 0.4999f, 0.5f);
        Assert.InRange(values.Average(), -0.005f, 0.005f);
        Assert.InRange(values.Select(value => value * value).Average(), 0.99f / 12, 1.01f / 12);
    }

    [Fact]
    public void A_tensor_does_not_depend_on_the_others_or_on_the_order_of_reading()
    {
        RandomWeights weights = new(SafetensorsBytes.Small, 3);
        float[] bias = weights.Read("fc.bias");
        Assert.Equal(6, weights.Read("fc.weight").Length);
        Assert.Equal(bias, weights.Read("fc.bias"));
        Assert.NotEqual(bias, new RandomWeights(SafetensorsBytes.Small, 4).Read("fc.bias"));
        Assert.Throws<ArgumentException>(() => weights.Read("fc.gamma"));
    }
}
