using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using AlexNetGen;
using AlexNetGen.Samples;

// first F W T: maps the packed weights in F, stored as W, and computes one image on T threads.
// speed F W T: the same, and then the shortest of many passes.
// pack F W T G: turns the safetensors file G into F.
if (args is not ([_, var path, var stored, var threads, ..] and (["first", _, _, _] or ["speed", _, _, _] or ["pack", _, _, _, _])))
{
    return 2;
}

InferenceOptions options = new() { FullyConnectedWeights = Enum.Parse<StoredWeights>(stored), Threads = int.Parse(threads, CultureInfo.InvariantCulture) };
if (args[0] == "pack")
{
    using TorchvisionAlexNet source = TorchvisionAlexNet.Load(args[4], options);
    source.SavePacked(path);
    return 0;
}

using TorchvisionAlexNet network = TorchvisionAlexNet.Load(path, new LoadOptions(options) { Map = true });
float[] image = new float[TorchvisionAlexNet.InputLength], scores = new float[TorchvisionAlexNet.OutputLength];
network.Forward(image, scores);
if (args[0] == "first")
{
    Console.Out.WriteLine(scores[0] > 0 ? "+" : "-");
    return 0;
}

double best = double.MaxValue;
for (int i = 0; i < 200; i++)
{
    long start = Stopwatch.GetTimestamp();
    network.Forward(image, scores);
    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}

string code = RuntimeFeature.IsDynamicCodeCompiled ? "just-in-time" : "native";
string vectors = Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported && Fma.IsSupported ? "AVX2 + FMA" : "128 bits";
Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{code} code, {vectors}: {best:F2} ms a pass"));
return 0;
