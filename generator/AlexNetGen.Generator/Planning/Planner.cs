using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Operations;

namespace AlexNetGen.Generator.Planning;

/// <summary>Decides the kernel calls of a checked network, what is fused, and where every value lives.</summary>
internal static class Planner
{
    public static NetworkPlan Plan(CheckedNetwork network)
    {
        PlanBuilder forward = Walk(network, keepActivations: false);
        Schedule schedule = forward.Finish(keepsActivations: false);
        return SharedGeometries.Of(new NetworkPlan(
            network, schedule, forward.Batch(), Walk(network, keepActivations: true).Finish(keepsActivations: true), forward.Geometries, forward.LayerWeights, forward.Rows));
    }

    private static PlanBuilder Walk(CheckedNetwork network, bool keepActivations)
    {
        int[] readers = new int[network.Layers.Count + 1];
        foreach (int input in network.Layers.SelectMany(layer => layer.Inputs))
        {
            readers[input + 1]++;
        }

        PlanBuilder plan = new(network.Input!, Readers(-1), network.Declaration.Convolutions, network.Declaration.Type.GeometryNames);
        for (int i = 0; i < network.Layers.Count; i++)
        {
            CheckedLayer layer = network.Layers[i];
            plan.BeginLayer(layer.Name, layer.Inputs[0], keepActivations ? ShuffledHalves.None : ShuffledLayers.HalvesOf(network, i));
            plan.Comment(Comment(layer));
            foreach (CheckedOperation operation in layer.Operations)
            {
                Operation.Find(operation.Name)!.Plan(operation, plan);
            }

            if (keepActivations)
            {
                plan.KeepActivation();
            }

            if (network.IsOutput(i) && i < network.Layers.Count - 1)
            {
                plan.KeepOutput();
            }

            plan.EndLayer(i, Readers(i));
        }

        return plan;

        int Readers(int layer) => readers[layer + 1];
    }

    /// <summary><c>Conv1: 3x224x224 -> 64x55x55, (224 + 2*2 - 11) / 4 + 1 = 55.25 -> 55</c></summary>
    private static string Comment(CheckedLayer layer)
    {
        string comment = $"{layer.Name}: {layer.Operations[0].Input} -> {layer.Output}";
        foreach (CheckedOperation operation in layer.Operations)
        {
            comment += operation.Formula is null ? $", {operation.Name}" : $", {operation.Name}: {operation.Formula}";
        }

        return comment;
    }
}
