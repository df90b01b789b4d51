using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the class that holds the weights of the layers, and how tensors get into it and out of it.</summary>
internal static class WeightsEmitter
{
    public static void Emit(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>The weights of the layers, as their kernels want them.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"private sealed class LayerWeights : {Names.Tensors}");
        foreach (LayerWeights weights in plan.Weights)
        {
            writer.Line($"public readonly {Names.Kernels}{weights.Type} {Names.Escape(weights.Field)};");
        }

        if (plan.Weights.Count > 0)
        {
            writer.Line();
        }

        writer.Open($"public LayerWeights({Names.Tensors} tensors)");
        foreach (LayerWeights weights in plan.Weights)
        {
            writer.Line($"this.{Names.Escape(weights.Field)} = {Names.Kernels}{weights.Type}.{weights.Factory}<{Names.Escape(weights.Geometry)}>(");
            for (int i = 0; i < weights.Tensors.Count; i++)
            {
                string tensor = weights.Tensors[i].Name is { } name ? $"tensors.Read({Names.Literal(name)})" : "null";
                writer.Line($"    {tensor}{(i == weights.Tensors.Count - 1 ? ");" : ",")}");
            }
        }

        writer.Close();
        writer.Line();
        writer.Line($"float[] {Names.Tensors}.Read(string name) => name switch");
        writer.Line("{");
        writer.Indent();
        HashSet<string> names = [];
        foreach (LayerWeights weights in plan.Weights)
        {
            foreach (WeightTensor tensor in weights.Tensors.Where(tensor => tensor.Name is not null && names.Add(tensor.Name)))
            {
                writer.Line($"{Names.Literal(tensor.Name!)} => this.{Names.Escape(weights.Field)}.{tensor.Accessor},");
            }
        }

        writer.Line("_ => throw new global::System.Collections.Generic.KeyNotFoundException(name),");
        writer.Close("};");
        writer.Close();
    }
}
