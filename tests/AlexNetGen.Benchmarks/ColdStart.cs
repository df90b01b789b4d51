using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using AlexNetGen.Samples;
using Microsoft.ML.OnnxRuntime;

namespace AlexNetGen.Benchmarks;

/// <summary>
/// From the start of a process to AlexNet's first result, with weights in the page cache: the program beside this one,
/// <c>tests/AlexNetGen.ColdStart</c>, as native and as just-in-time code with mapped packed weights, and ONNX Runtime.
/// </summary>
internal static class ColdStart
{
    /// <summary>The command that computes one image with ONNX Runtime; started by this one.</summary>
    public const string Onnx = "cold-onnx";

    private const int Rounds = 15;
    private const string Program = "AlexNetGen.ColdStart";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static int Run(Options options)
    {
        string directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string weights = Path.Combine(directory, "weights"), model = weights + ".onnx";
            RandomWeights random = new(TorchvisionAlexNet.Description, Candidate.Seed);
            WeightsWriter.Save(weights, TorchvisionAlexNet.Description, random);
            File.WriteAllBytes(model, new OnnxModel(TorchvisionAlexNet.Description, random, batch: 1).Write());
            string[] native = ["-r", RuntimeInformation.RuntimeIdentifier];
            List<Side> sides = [Publish("NativeAOT", native), Publish("just-in-time", ["-p:PublishAot=false", "--no-self-contained"])];
            if (Avx512F.IsSupported)
            {
                sides.Insert(1, Publish("NativeAOT, x86-64-v4", [.. native, "-p:IlcInstructionSet=x86-64-v4"]));
            }

            File.Delete(weights);
            PageCache.Read(model);
            sides.Add(new Side("ONNX Runtime", () => Start(Environment.ProcessPath!, [.. Assembly(), Onnx, model, Text(options.Threads)]), ExecutableMegabytes: null));
            Measure(options, sides);
            return 0;

            Side Publish(string name, string[] how)
            {
                string folder = Path.Combine(directory, Path.GetRandomFileName()), program = Path.Combine(folder, Program), packed = Path.Combine(folder, "packed");
                Dotnet(["publish", Path.Combine(Root(), "tests", Program), "-c", "Release", .. how, "-o", folder]);
                string[] arguments = [packed, options.Weights.ToString(), Text(options.Threads)];
                Start(program, ["pack", .. arguments, weights]);
                PageCache.Read(packed);
                Start(program, ["speed", .. arguments], line => Console.WriteLine($"{name,-20} {line}"));
                return new Side(name, () => Start(program, ["first", .. arguments]), how[0] == "-r" ? new FileInfo(program).Length / 1e6 : null);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Computes one image with ONNX Runtime.</summary>
    public static int RunOnnx(string model, string threads)
    {
        using SessionOptions options = new() { IntraOpNumThreads = int.Parse(threads, CultureInfo.InvariantCulture), GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        using InferenceSession session = new(model, options);
        float[] image = new float[TorchvisionAlexNet.InputLength];
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(image, [1, 3, 224, 224]);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [OnnxGraph.Input], [input], session.OutputNames);
        Console.Out.WriteLine(results[0].GetTensorDataAsSpan<float>()[0] > 0 ? "+" : "-");
        return 0;
    }

    private static void Measure(Options options, List<Side> sides)
    {
        Report report = new(options);
        Dictionary<Side, List<double>> times = sides.ToDictionary(side => side, _ => new List<double>());
        for (int round = 0; round <= Rounds; round++)
        {
            foreach (Side side in sides)
            {
                Thread.Sleep(Pause);
                double time = side.Start();
                if (round > 0)
                {
                    times[side].Add(time);
                }
            }
        }

        foreach ((Side side, List<double> all) in times)
        {
            string size = side.ExecutableMegabytes is { } megabytes ? string.Create(CultureInfo.InvariantCulture, $"; executable {megabytes:F2} MB") : string.Empty;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{side.Name,-20} {Timing.Median(all),7:F1} ms, best {all.Min():F1}{size}"));
            report.Add(new() { ["name"] = side.Name, ["milliseconds"] = Timing.Median(all), ["bestMilliseconds"] = all.Min(), ["executableMegabytes"] = side.ExecutableMegabytes });
        }

        report.Save();
    }

    /// <summary>Milliseconds from the start of a program to its first line.</summary>
    private static double Start(string program, string[] arguments, Action<string>? tell = null)
    {
        ProcessStartInfo info = new(program, arguments) { RedirectStandardOutput = true };
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(info)!;
        string? line = process.StandardOutput.ReadLine();
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
        }

        tell?.Invoke(line ?? string.Empty);
        return time;
    }

    private static void Dotnet(string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed. Native code needs a C compiler to link with, clang or gcc.\n{output}");
        }
    }

    // This program, where the host is not it but dotnet.
    private static string[] Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ColdStart).Assembly.Location] : [];

    private static string Root()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "AlexNetGen.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException("This command must run within the repository, whose programs it publishes.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A program that is started.</summary>
    /// <param name="Name">How it is called.</param>
    /// <param name="Start">Starts it; gives the milliseconds to its first result.</param>
    /// <param name="ExecutableMegabytes">The size of a native one.</param>
    private sealed record Side(string Name, Func<double> Start, double? ExecutableMegabytes);
}
