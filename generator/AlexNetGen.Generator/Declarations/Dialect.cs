namespace AlexNetGen.Generator.Declarations;

/// <summary>The values of the runtime's <c>AlexNetGen.Dialect</c>.</summary>
internal enum Dialect
{
    PyTorch,
    Caffe,
    Onnx,
    TensorFlow,
    CudaConvnet,
}
