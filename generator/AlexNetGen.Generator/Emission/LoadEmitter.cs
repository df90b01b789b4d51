using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Emission;

/// <summary>Writes how a network gets its weights, and keeps them.</summary>
internal static class LoadEmitter
{
    private const string Reader = "global::AlexNetGen.Weights.WeightsReader";
    private const string Options = "global::AlexNetGen.LoadOptions";
    private const string Inference = "global::AlexNetGen.InferenceOptions";

    public static void Emit(SourceWriter writer, TypeName type)
    {
        Load("string path", "path", "Open", "a safetensors file, or one of <c>SavePacked</c>");
        Load("global::System.IO.Stream stream", "stream", "Read", "a safetensors stream, read from its position to its end");
        Load("global::System.ReadOnlySpan<byte> bytes", "bytes", "Copy", "safetensors bytes, which are copied");

        writer.Line("/// <summary>Makes a network with random weights, the same bits for a seed on every machine.</summary>");
        writer.Line("/// <param name=\"seed\">The seed.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static {type.FullName} WithRandomWeights(int seed) =>");
        writer.Line($"    WithRandomWeights(seed, {Options}.Default);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static {type.FullName} WithRandomWeights(int seed, {Inference} options) =>");
        writer.Line("    new(new global::AlexNetGen.RandomWeights(Description, seed), options);");
        writer.Line();
        Save("string path", "path", "a safetensors file, written beside it first, so that it is never half-written");
        Save("global::System.IO.Stream stream", "stream", "a safetensors stream");
        writer.Line("/// <inheritdoc/>");
        writer.Line(Names.GeneratedCode);
        writer.Open("public void SavePacked(string path)");
        writer.Lines(ForwardEmitter.Weights);
        writer.Line("global::AlexNetGen.Weights.PackedWriter.Save(path, Description, weights);");
        writer.Close();
        writer.Line();

        void Load(string parameter, string name, string method, string source)
        {
            writer.Line($"/// <summary>Loads weights from {source}.</summary>");
            writer.Line($"/// <param name=\"{name}\">The {name}.</param>");
            writer.Line("/// <exception cref=\"global::AlexNetGen.WeightsException\">It is not safetensors, or its tensors are not those declared; all that is wrong is listed.</exception>");
            writer.Line(Names.GeneratedCode);
            writer.Line($"public static {type.FullName} Load({parameter}) => Load({name}, {Options}.Default);");
            writer.Line();
            writer.Line($"/// <summary>Loads weights from {source}.</summary>");
            writer.Line($"/// <param name=\"{name}\">The {name}.</param>");
            writer.Line("/// <param name=\"options\">How to compute.</param>");
            writer.Line("/// <exception cref=\"global::AlexNetGen.WeightsException\">It is not safetensors, or its tensors are not those declared; all that is wrong is listed.</exception>");
            writer.Line(Names.GeneratedCode);
            writer.Line($"public static {type.FullName} Load({parameter}, {Inference} options) => Load({name}, new {Options}(options));");
            writer.Line();
            writer.Line($"/// <summary>Loads weights from {source}.</summary>");
            writer.Line($"/// <param name=\"{name}\">The {name}.</param>");
            writer.Line("/// <param name=\"options\">What to leave aside, and how to compute.</param>");
            writer.Line("/// <exception cref=\"global::AlexNetGen.WeightsException\">It is not safetensors, or its tensors are not those declared; all that is wrong is listed.</exception>");
            writer.Line(Names.GeneratedCode);
            writer.Open($"public static {type.FullName} Load({parameter}, {Options} options)");
            writer.Line($"using {Reader} tensors = {Reader}.{method}({name}, Description, options);");
            writer.Line("return new(tensors, options);");
            writer.Close();
            writer.Line();
        }

        void Save(string parameter, string name, string target)
        {
            writer.Line($"/// <summary>Saves the weights to {target}.</summary>");
            writer.Line($"/// <param name=\"{name}\">The {name}.</param>");
            writer.Line("/// <exception cref=\"global::System.NotSupportedException\">Weights are stored as int8.</exception>");
            writer.Line("/// <exception cref=\"global::System.ObjectDisposedException\">The network is disposed.</exception>");
            writer.Line(Names.GeneratedCode);
            writer.Open($"public void Save({parameter})");
            writer.Lines(ForwardEmitter.Weights);
            writer.Line($"global::AlexNetGen.WeightsWriter.Save({name}, Description, weights);");
            writer.Close();
            writer.Line();
        }
    }
}
