namespace AlexNetGen;

/// <summary>Makes C x H x W feature maps one vector, channels first, then rows, then columns, as PyTorch, Caffe and ONNX do.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, AllowMultiple = true)]
public sealed class FlattenAttribute : Attribute;
