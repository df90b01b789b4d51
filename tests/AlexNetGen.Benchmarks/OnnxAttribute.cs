namespace AlexNetGen.Benchmarks;

/// <summary>An attribute of an ONNX node: AttributeProto, whose field 20 is its type.</summary>
internal static class OnnxAttribute
{
    public static ProtobufMessage Float(string name, float value) => new ProtobufMessage().Text(1, name).Real(2, value).Number(20, 1);

    public static ProtobufMessage Int(string name, long value) => new ProtobufMessage().Text(1, name).Number(3, value).Number(20, 2);

    public static ProtobufMessage Ints(string name, params ReadOnlySpan<int> values)
    {
        ProtobufMessage attribute = new ProtobufMessage().Text(1, name);
        foreach (int value in values)
        {
            attribute.Number(8, value);
        }

        return attribute.Number(20, 7);
    }
}
