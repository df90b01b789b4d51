using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Finds the layers that join two others, deal their channels round, and are read in halves.</summary>
internal static class ShuffledHalves
{
    /// <summary>Whether a layer is one.</summary>
    public static bool Are(CheckedNetwork network, int layer)
    {
        CheckedLayer shuffled = network.Layers[layer];
        return !network.IsOutput(layer)
            && shuffled.Operations is [var join, var shuffle]
            && Concat.JoinsHalves(join)
            && ChannelShuffle.GroupsOf(shuffle) == 2
            && shuffled.Output!.Channels % 4 == 0
            && network.Layers.Where(reader => reader.Inputs.Contains(layer)).All(reader => TakesHalf(reader, shuffled.Output));
    }

    // Before it reads anything else: a merge that follows would want the whole.
    private static bool TakesHalf(CheckedLayer reader, Shape whole) =>
        reader.Inputs.Count == 1
        && ChannelRange.StartOf(reader.Operations[0]) is { } start
        && reader.Operations[0].Output.Channels * 2 == whole.Channels
        && (start == 0 || start * 2 == whole.Channels);
}
