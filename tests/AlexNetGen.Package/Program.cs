using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using AlexNetGen;
using AlexNetGen.Package;

// Computes a network, saves it, loads it again, packs it and maps that, and expects the same bits.
using SmallNet net = SmallNet.WithRandomWeights(seed: 1);
float[] image = new float[SmallNet.InputLength];
UniformGenerator.Fill("input", seed: 7, bound: 1, image);
float[] scores = new float[SmallNet.OutputLength];
net.Forward(image, scores);

string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
float[] again = new float[SmallNet.OutputLength], mapped = new float[SmallNet.OutputLength];
try
{
    net.Save(path);
    using SmallNet loaded = SmallNet.Load(path);
    loaded.Forward(image, again);
    loaded.SavePacked(path);
    using SmallNet packed = SmallNet.Load(path, new LoadOptions { Map = true });
    packed.Forward(image, mapped);
}
finally
{
    File.Delete(path);
}

string code = RuntimeFeature.IsDynamicCodeCompiled ? "just-in-time" : "native";
string vectors = Avx512F.IsSupported ? "AVX-512" : Fma.IsSupported ? "AVX2 and FMA" : "128-bit vectors";
Console.WriteLine(SmallNet.Description.ToTable());
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{code} code, {vectors}; scores add up to {scores.Sum():0.0000}"));
return scores.AsSpan().SequenceEqual(again) && scores.AsSpan().SequenceEqual(mapped) && Math.Abs(scores.Sum() - 1) < 1e-5f ? 0 : 1;
