using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the class that holds the weights of the layers, and how tensors get into it and out of it.</summary>
internal static class WeightsEmitter
{
    private const string Packed = "global::AlexNetGen.Weights.IPackedWeights";

    /// <summary>The arguments that the class is made of.</summary>
    public static string Arguments(NetworkPlan plan) => AreStoredByOptions(plan) ? "tensors, options" : "tensors";

    /// <summary>Writes the class.</summary>
    public static void Emit(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line("/// <summary>The weights of the layers, as their kernels want them.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"private sealed class LayerWeights : {Names.Tensors}, {Packed}");
        foreach (LayerWeights weights in plan.Weights)
        {
            writer.Line($"public readonly {Names.Kernels}{weights.Type} {Names.Escape(weights.Field)};");
        }

        if (plan.Weights.Count > 0)
        {
            writer.Line();
        }

        writer.Open($"public LayerWeights({Names.Tensors} tensors{(AreStoredByOptions(plan) ? $", {Names.Runtime}InferenceOptions options" : string.Empty)})");
        foreach (LayerWeights weights in plan.Weights)
        {
            writer.Line($"this.{Names.Escape(weights.Field)} = {Names.Kernels}{weights.Type}.{weights.Factory}<{Names.Escape(weights.Geometry)}>(");
            string[] arguments =
            [
                .. weights.LoadsItself ? ["tensors"] : Array.Empty<string>(),
                .. weights.Tensors.Select(tensor => tensor.Name is not { } name ? "null" : weights.LoadsItself ? Names.Literal(name) : $"tensors.Read({Names.Literal(name)})"),
                .. weights.AreStoredByOptions ? ["options"] : Array.Empty<string>(),
            ];
            writer.Lines([.. arguments.Select((argument, i) => $"    {argument}{(i == arguments.Length - 1 ? ");" : ",")}")]);
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
        EmitStoredAs(writer, plan);
        EmitAddTo(writer, plan);
        writer.Close();
    }

    private static bool AreStoredByOptions(NetworkPlan plan) => plan.Weights.Any(weights => weights.AreStoredByOptions);

    private static void EmitAddTo(SourceWriter writer, NetworkPlan plan)
    {
        writer.Line();
        writer.Open($"void {Packed}.AddTo(global::AlexNetGen.Weights.PackedWriter writer)");
        foreach (LayerWeights weights in plan.Weights)
        {
            if (weights.LoadsItself)
            {
                writer.Line($"this.{Names.Escape(weights.Field)}.AddTo(writer, {Names.Literal(weights.Tensors[0].Name!)});");
                continue;
            }

            foreach (WeightTensor tensor in weights.Tensors.Where(tensor => tensor.Name is not null))
            {
                writer.Line($"writer.Add({Names.Literal(tensor.Name!)}, this.{Names.Escape(weights.Field)}.{tensor.Accessor});");
            }
        }

        writer.Close();
    }

    private static void EmitStoredAs(SourceWriter writer, NetworkPlan plan)
    {
        LayerWeights[] stored = [.. plan.Weights.Where(weights => weights.AreStoredByOptions)];
        if (stored.Length == 0)
        {
            return;
        }

        writer.Line();
        writer.Line($"{Names.Runtime}StoredWeights {Names.Tensors}.StoredAs(string name) => name switch");
        writer.Line("{");
        writer.Indent();
        foreach (LayerWeights weights in stored.GroupBy(weights => weights.Tensors[0].Name).Select(group => group.First()))
        {
            writer.Line($"{Names.Literal(weights.Tensors[0].Name!)} => this.{Names.Escape(weights.Field)}.Stored,");
        }

        writer.Line($"_ => {Names.Runtime}StoredWeights.Float32,");
        writer.Close("};");
    }
}
