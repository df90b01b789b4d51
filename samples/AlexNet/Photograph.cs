using System.Diagnostics;
using AlexNetGen.Imaging;

namespace AlexNetGen.Samples;

/// <summary>A photograph on its way through torchvision's and Caffe's AlexNet.</summary>
public sealed class Photograph
{
    private const int Runs = 11;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    private readonly string _path;

    private Photograph(string path, RgbImage image)
    {
        _path = path;
        Image = image;
    }

    /// <summary>Its pixels.</summary>
    public RgbImage Image { get; }

    /// <summary>Reads a photograph.</summary>
    /// <param name="path">A PNG or JPEG file.</param>
    /// <exception cref="InputException">The file cannot be read, is no picture, or is too long for its width.</exception>
    public static Photograph Load(string path)
    {
        try
        {
            RgbImage image = RgbImage.Load(path);
            Prepare(Preprocessing.Torchvision, image); // Refuses what is so long that resized it would be too large.
            return new Photograph(path, image);
        }
        catch (ImageFormatException problem)
        {
            throw new InputException(problem.Message); // It names the file.
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"cannot read the photograph '{path}': {problem.Message}");
        }
    }

    /// <summary>The photograph as a network's input.</summary>
    /// <param name="preprocessing">What the network wants.</param>
    /// <param name="image">The photograph.</param>
    public static float[] Prepare(Preprocessing preprocessing, RgbImage image)
    {
        ArgumentNullException.ThrowIfNull(preprocessing);
        float[] input = new float[preprocessing.Length];
        preprocessing.Apply(image, input);
        return input;
    }

    /// <summary>Writes how long both networks take.</summary>
    /// <param name="output">Takes the table.</param>
    /// <param name="trained">torchvision's network with the user's weights; random ones where there is none.</param>
    public void WriteTimes(TextWriter output, TorchvisionAlexNet? trained)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"A photograph: {Path.GetFileName(_path)}, {Image.Width}x{Image.Height}, through torchvision's and Caffe's networks. One thread of {Processor.Description};");
        output.WriteLine($"medians of {Runs} runs after a warm-up.");
        output.WriteLine();

        TextTable table = new("network", "weights", "preprocessing", " ms to prepare", " ms to compute", " images a second");
        if (trained is not null)
        {
            AddTimes(table, trained, "from the file", Preprocessing.Torchvision);
        }
        else
        {
            using TorchvisionAlexNet random = TorchvisionAlexNet.WithRandomWeights(Reading.WeightSeed);
            AddTimes(table, random, "random", Preprocessing.Torchvision);
        }

        using (CaffeAlexNet caffe = CaffeAlexNet.WithRandomWeights(Reading.WeightSeed))
        {
            AddTimes(table, caffe, "random", Preprocessing.Caffe);
        }

        table.Write(output);
        output.WriteLine();
    }

    private void AddTimes<TNetwork>(TextTable table, TNetwork network, string weights, Preprocessing preprocessing)
        where TNetwork : class, INetwork<TNetwork>
    {
        float[] input = new float[TNetwork.InputLength];
        float[] scores = new float[TNetwork.OutputLength];
        double prepare = Milliseconds(() => preprocessing.Apply(Image, input));
        double forward = Milliseconds(() => network.Forward(input, scores));
        string order = preprocessing.ChannelOrder == ChannelOrder.RedGreenBlue ? "RGB" : "BGR";
        table.Add(
            TNetwork.Description.Name,
            weights,
            $"{preprocessing.Resize}, centre {preprocessing.CropHeight}x{preprocessing.CropWidth}, {order}",
            $"{prepare:F1}",
            $"{forward:F1}",
            $"{1000 / (prepare + forward):F0}");
    }

    private static double Milliseconds(Action run)
    {
        long begin = Stopwatch.GetTimestamp();
        do
        {
            run();
        }
        while (Stopwatch.GetElapsedTime(begin) < WarmUp);

        double[] times = new double[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }
}
