using AlexNetGen.Tests.Weights;

namespace AlexNetGen.Samples.Tests.Zoo;

/// <summary>SqueezeNet 1.1 with its trained weights, which lie beside the repository; skipped where they do not.</summary>
public sealed class ZooTrainedTests
{
    private const string Weights = "squeezenet1_1.safetensors";
    private const string PyTorch = "squeezenet1_1.io.safetensors";

    [SharedModelFact(PyTorch)]
    public void Both_photographs_give_the_logits_of_PyTorch()
    {
        IReadOnlyDictionary<string, float[]> golden = PyTorchOutputs.Read(SharedModelFactAttribute.Find(PyTorch)!);
        using SqueezeNet1_1 network = SqueezeNet1_1.Load(SharedModelFactAttribute.Find(Weights)!);
        float[] logits = new float[2 * SqueezeNet1_1.OutputLength];

        network.ForwardBatch(golden["input"], logits, 2);

        foreach (int photograph in (int[])[0, 1])
        {
            Range range = (photograph * SqueezeNet1_1.OutputLength)..((photograph + 1) * SqueezeNet1_1.OutputLength);
            ZooGolden.AssertClose(golden["output"][range], logits[range], 1e-5, $"photograph {photograph}");
        }
    }

    [SharedModelFact(PyTorch)]
    public void Photographs_are_prepared_as_for_PyTorch()
    {
        float[] expected = PyTorchOutputs.Read(SharedModelFactAttribute.Find(PyTorch)!)["input"];
        ZooNetwork network = NetworkZoo.Find("SqueezeNet1_1");

        float[] prepared =
        [
            .. ImageFile.Prepare(Photograph("chelsea.png"), network.Preprocessing!),
            .. ImageFile.Prepare(Photograph("coffee.png"), network.Preprocessing!),
        ];

        Assert.Equal(expected, prepared);
    }

    [SharedModelFact(Weights)]
    public void A_cat_and_a_coffee_are_recognised()
    {
        Assert.Equal(["48.1 %  Egyptian cat", "31.0 %  tabby", "20.0 %  tiger cat"], Classes("chelsea.png")[..3]);
        Assert.Equal(["96.5 %  espresso", "3.1 %  consomme"], Classes("coffee.png")[..2]);
    }

    private static string[] Classes(string photograph)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new();

        string[] args = ["SqueezeNet1_1", "--weights", SharedModelFactAttribute.Find(Weights)!, "--image", Photograph(photograph)];
        Assert.Equal(0, ZooSample.Run(args, output, error));
        Assert.Empty(error.ToString());
        string[] lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(5, lines.Length);
        return [.. lines.Select(line => line.Split(',')[0].Trim())];
    }

    private static string Photograph(string file) => Path.Combine(AppContext.BaseDirectory, "Photos", file);
}
