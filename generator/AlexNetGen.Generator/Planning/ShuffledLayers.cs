using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Finds the layers that join two others and deal their channels round.</summary>
internal static class ShuffledLayers
{
    /// <summary>How a layer is computed.</summary>
    public static ShuffledHalves HalvesOf(CheckedNetwork network, int layer)
    {
        CheckedLayer shuffled = network.Layers[layer];
        if (shuffled.Operations is not [var join, var shuffle] || !Concat.JoinsHalves(join) || ChannelShuffle.GroupsOf(shuffle) != 2 || shuffled.Output!.Channels % 4 != 0)
        {
            return ShuffledHalves.None;
        }

        bool isReadInHalves = !network.IsOutput(layer) && network.Layers.Where(reader => reader.Inputs.Contains(layer)).All(reader => TakesHalf(reader, shuffled.Output));
        return isReadInHalves ? ShuffledHalves.IntoHalves : ShuffledHalves.IntoOne;
    }

    // Before it reads anything else: a merge that follows would want the whole.
    private static bool TakesHalf(CheckedLayer reader, Shape whole) =>
        reader.Inputs.Count == 1
        && ChannelRange.StartOf(reader.Operations[0]) is { } start
        && reader.Operations[0].Output.Channels * 2 == whole.Channels
        && (start == 0 || start * 2 == whole.Channels);
}
