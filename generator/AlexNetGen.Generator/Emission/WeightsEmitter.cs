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
            string bias = weights.Bias is null ? "null" : $"tensors.Read({Names.Literal(weights.Bias)})";
            writer.Line($"this.{Names.Escape(weights.Field)} = {Names.Kernels}{weights.Type}.{weights.Factory}<{Names.Escape(weights.Geometry)}>(");
            writer.Line($"    tensors.Read({Names.Literal(weights.Weight)}),");
            writer.Line($"    {bias});");
        }

        writer.Close();
        writer.Line();
        writer.Line($"float[] {Names.Tensors}.Read(string name) => name switch");
        writer.Line("{");
        writer.Indent();
        HashSet<string> names = [];
        foreach (LayerWeights weights in plan.Weights)
        {
            // Packed weights are put back in order; the others are as they were read.
            string unpack = weights.Type is "ConvolutionWeights" or "TransposedConvolutionWeights" ? $"<{Names.Escape(weights.Geometry)}>()" : string.Empty;
            if (names.Add(weights.Weight))
            {
                writer.Line($"{Names.Literal(weights.Weight)} => this.{Names.Escape(weights.Field)}.Weight{unpack},");
            }

            if (weights.Bias is not null && names.Add(weights.Bias))
            {
                writer.Line($"{Names.Literal(weights.Bias)} => this.{Names.Escape(weights.Field)}.Bias{unpack}!,");
            }
        }

        writer.Line("_ => throw new global::System.Collections.Generic.KeyNotFoundException(name),");
        writer.Close("};");
        writer.Close();
    }
}
