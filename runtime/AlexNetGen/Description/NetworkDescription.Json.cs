using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlexNetGen;

/// <content>The description as JSON for programs.</content>
public sealed partial class NetworkDescription
{
    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // So that '->' in formulas stays readable.
    };

    /// <summary>
    /// The network as indented JSON, its properties always in the same order. The network has <c>name</c>,
    /// <c>input</c> and <c>output</c> (shapes are arrays of dimensions), <c>outputs</c> (each with <c>name</c>,
    /// <c>shape</c> and <c>offset</c>), <c>parameters</c>, <c>multiplyAdds</c>, <c>largestActivation</c> and <c>layers</c>. A layer has <c>name</c>, <c>inputs</c> (names of layers; empty
    /// for the network's input), <c>output</c>, <c>parameters</c>, <c>multiplyAdds</c>, <c>receptiveField</c>
    /// (<c>height</c>, <c>width</c>, <c>jumpHeight</c>, <c>jumpWidth</c>; null where that is the whole input) and
    /// <c>operations</c>. An operation has <c>name</c>, <c>arguments</c>, <c>input</c>, <c>output</c>,
    /// <c>formula</c> (null where there is no arithmetic), <c>parameters</c>, <c>multiplyAdds</c> and
    /// <c>tensors</c>, each with <c>name</c>, <c>shape</c> and <c>fanIn</c>. To be placed inside HTML, the text
    /// must be escaped.
    /// </summary>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("name", Name);
            WriteShape(json, "input", Input);
            WriteShape(json, "output", Output);
            json.WriteStartArray("outputs");
            foreach (OutputDescription output in Outputs)
            {
                json.WriteStartObject();
                json.WriteString("name", output.Name);
                WriteShape(json, "shape", output.Shape);
                json.WriteNumber("offset", output.Offset);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("parameters", ParameterCount);
            json.WriteNumber("multiplyAdds", MultiplyAdds);
            json.WriteNumber("largestActivation", LargestActivation);
            json.WriteStartArray("layers");
            foreach (Layer layer in Layers)
            {
                WriteLayer(json, layer);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteLayer(Utf8JsonWriter json, Layer layer)
    {
        json.WriteStartObject();
        json.WriteString("name", layer.Name);
        json.WriteStartArray("inputs");
        foreach (string input in layer.Inputs)
        {
            json.WriteStringValue(input);
        }

        json.WriteEndArray();
        WriteShape(json, "output", layer.Output);
        json.WriteNumber("parameters", layer.Parameters);
        json.WriteNumber("multiplyAdds", layer.MultiplyAdds);
        WriteReceptiveField(json, layer.ReceptiveField);
        json.WriteStartArray("operations");
        foreach (OperationDescription operation in layer.Operations)
        {
            WriteOperation(json, operation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReceptiveField(Utf8JsonWriter json, ReceptiveField? receptiveField)
    {
        if (receptiveField is not { } field)
        {
            json.WriteNull("receptiveField");
            return;
        }

        json.WriteStartObject("receptiveField");
        json.WriteNumber("height", field.Height);
        json.WriteNumber("width", field.Width);
        json.WriteNumber("jumpHeight", field.JumpHeight);
        json.WriteNumber("jumpWidth", field.JumpWidth);
        json.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter json, OperationDescription operation)
    {
        json.WriteStartObject();
        json.WriteString("name", operation.Name);
        json.WriteString("arguments", operation.Arguments);
        WriteShape(json, "input", operation.Input);
        WriteShape(json, "output", operation.Output);
        json.WriteString("formula", operation.Formula);
        json.WriteNumber("parameters", operation.Parameters);
        json.WriteNumber("multiplyAdds", operation.MultiplyAdds);
        json.WriteStartArray("tensors");
        foreach (TensorDescription tensor in operation.Tensors)
        {
            json.WriteStartObject();
            json.WriteString("name", tensor.Name);
            WriteShape(json, "shape", tensor.Shape);
            json.WriteNumber("fanIn", tensor.FanIn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the dimensions on one line.</summary>
    private static void WriteShape(Utf8JsonWriter json, string name, TensorShape shape)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(", ", shape.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))}]");
    }
}
