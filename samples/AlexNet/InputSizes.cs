namespace AlexNetGen.Samples;

/// <summary>224 or 227: Conv1 in six readings, and which of them is right.</summary>
public static class InputSizes
{
    private const string Answer = """
        Which is right? Both: each belongs to the rule of its framework.

          224               The paper's, and true where it was trained. cuda-convnet rounds up: 54.25 becomes 55, and the last
                            window hangs 3 pixels over the right and the lower edge, over zeros.
          227 = 224 + 3     Caffe rounds down, which would make 54. The 3 pixels that hung over the edge became part of the
                            image, and 55 is exact.
          224, padding 2    torchvision rounds down too: 55.25 becomes 55, and what falls away is a row and a column of padding.

        224 without padding and rounded down is nobody's AlexNet: 54, the last row and column never read. AlexNetGen refuses
        to compile it (samples/ShapeErrors).

        The table posted as Caffe's is not Caffe's. 96/256/384/256/256 channels without groups make 61,640,936 parameters;
        Caffe's Conv4 has 384 channels, and its Conv2, Conv4 and Conv5 have two groups: 60,965,224. torchvision's
        64/192/384/256/256 are cuda-convnet2's for one GPU of 2014: 61,100,840, to the last parameter.
        """;

    /// <summary>Writes the table and the answer.</summary>
    /// <param name="output">Takes them.</param>
    public static void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine("224 or 227? Conv1 in six readings of AlexNet");
        output.WriteLine();

        TextTable table = new(
            "network", "whose", "(in + padding - kernel) / stride + 1", "rounds", "Conv1", "ends at", " parameters");
        foreach (Reading reading in Reading.All)
        {
            OperationDescription conv1 = reading.Network.Layers[0].Operations[0];
            table.Add(
                reading.Network.Name,
                reading.Source,
                conv1.Formula!.Split(" (hanging")[0], // The next column says so.
                reading.Rounding,
                conv1.Output.ToString(),
                reading.Network.Output.ToString(),
                $"{reading.Network.ParameterCount:N0}");
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine(Answer);
        output.WriteLine();
    }
}
