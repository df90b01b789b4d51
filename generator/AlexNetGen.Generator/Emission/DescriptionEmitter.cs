using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Declarations;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes a network's description.</summary>
internal static class DescriptionEmitter
{
    public static void Emit(SourceWriter writer, CheckedNetwork network, EquatableArray<PlanRow> plan)
    {
        writer.Line("/// <summary>The layers with their shapes, formulas, parameters and cost.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Line("public static global::AlexNetGen.NetworkDescription Description =>");
        writer.Line("    global::System.Threading.LazyInitializer.EnsureInitialized(ref _description, Describe);");
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Line("private static global::AlexNetGen.NetworkDescription? _description;");
        writer.Line();
        writer.Line(Names.GeneratedCode);
        writer.Line("private static global::AlexNetGen.NetworkDescription Describe() => new(");
        writer.Indent();
        writer.Line($"name: {Names.Literal(network.Declaration.Type.Name)},");
        writer.Line($"input: {Names.List(network.Input!.Dimensions)},");
        writer.Line("layers:");
        writer.Line("[");
        writer.Indent();
        foreach (CheckedLayer layer in network.Layers)
        {
            EmitLayer(writer, network, layer);
        }

        writer.Outdent();
        bool named = network.Outputs.Count() > 1;
        writer.Line(named || plan.Count > 0 ? "]," : "]);");
        if (named)
        {
            writer.Line($"outputs: [{string.Join(", ", network.Outputs.Select(layer => Names.Literal(layer.Name)))}]{(plan.Count > 0 ? "," : ");")}");
        }

        EmitPlan(writer, plan);
        writer.Outdent();
        writer.Line();
    }

    private static void EmitPlan(SourceWriter writer, EquatableArray<PlanRow> plan)
    {
        if (plan.Count == 0)
        {
            return;
        }

        writer.Line("plan:");
        writer.Line("[");
        writer.Indent();
        foreach (PlanRow row in plan)
        {
            writer.Line($"new(Layer: {Names.Literal(row.Layer)}, Operation: {Names.Literal(row.Operation)}, Algorithm: {Names.Literal(row.Algorithm)}, Reason: {Names.Literal(row.Reason)}),");
        }

        writer.Outdent();
        writer.Line("]);");
    }

    private static void EmitLayer(SourceWriter writer, CheckedNetwork network, CheckedLayer layer)
    {
        IEnumerable<string> inputs = layer.Inputs.Where(input => input >= 0).Distinct().Select(input => Names.Literal(network.Layers[input].Name));
        writer.Line("new(");
        writer.Indent();
        writer.Line($"name: {Names.Literal(layer.Name)},");
        writer.Line($"inputs: [{string.Join(", ", inputs)}],");
        writer.Line("operations:");
        writer.Line("[");
        writer.Indent();
        foreach (CheckedOperation operation in layer.Operations)
        {
            EmitOperation(writer, operation);
        }

        writer.Outdent();
        writer.Line("],");
        writer.Line(layer.ReceptiveField is { } field
            ? $"receptiveField: new global::AlexNetGen.ReceptiveField({Literal.Of(field.Height)}, {Literal.Of(field.Width)}, {Literal.Of(field.JumpHeight)}, {Literal.Of(field.JumpWidth)})),"
            : "receptiveField: null),");
        writer.Outdent();
    }

    private static void EmitOperation(SourceWriter writer, CheckedOperation operation)
    {
        writer.Line("new(");
        writer.Indent();
        writer.Line($"Name: {Names.Literal(operation.Name)}, Arguments: {Names.Literal(operation.Arguments)},");
        writer.Line($"Input: {Names.List(operation.Input.Dimensions)}, Output: {Names.List(operation.Output.Dimensions)},");
        writer.Line($"Formula: {(operation.Formula is null ? "null" : Names.Literal(operation.Formula))},");
        writer.Line($"Parameters: {Literal.Of(operation.Parameters)}, MultiplyAdds: {Literal.Of(operation.MultiplyAdds)},");
        if (operation.Tensors.Count == 0)
        {
            writer.Line("Tensors: []),");
        }
        else
        {
            writer.Line("Tensors:");
            writer.Line("[");
            writer.Indent();
            foreach (Tensor tensor in operation.Tensors)
            {
                writer.Line($"new(Name: {Names.Literal(tensor.Name)}, Shape: {Names.List(tensor.Shape)}, FanIn: {Literal.Of(tensor.FanIn)}),");
            }

            writer.Outdent();
            writer.Line("]),");
        }

        writer.Outdent();
    }
}
