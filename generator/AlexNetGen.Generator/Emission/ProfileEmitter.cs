using AlexNetGen.Generator.Checking;
using AlexNetGen.Generator.Planning;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes the forward pass that is timed layer by layer.</summary>
internal static class ProfileEmitter
{
    /// <param name="writer">Takes the text.</param>
    /// <param name="network">The network.</param>
    /// <param name="check">Checks the arguments of a forward pass.</param>
    /// <param name="forward">Computes an output, telling a clock where each layer ends.</param>
    public static void Emit(SourceWriter writer, CheckedNetwork network, string check, string forward)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(Names.GeneratedCode);
        writer.Open($"public {Names.Runtime}NetworkProfile Profile({Names.Input} input)");
        writer.Lines(ForwardEmitter.Weights);
        writer.Line($"{Names.Output} output = new float[OutputLength];");
        writer.Line(check);
        writer.Line($"global::AlexNetGen.Execution.LayerClock clock = new(Description, _team.ThreadsFor(work: {Literal.Of(network.Work)}));");
        writer.Open("while (clock.Start())");
        writer.Lines(ForwardEmitter.InWorkspace(network, forward));
        writer.Close();
        writer.Line();
        writer.Line("return clock.Profile();");
        writer.Close();
        writer.Line();
    }
}
