using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Checking;

/// <summary>The rounding of windows: what is written, and what each framework does where it rounds up.</summary>
/// <param name="Rounding">The rounding that holds.</param>
/// <param name="IsWritten">Whether it is written on the operation or the network, not the dialect's.</param>
/// <param name="Dialect">The framework.</param>
/// <param name="IsPool">Whether it is a pool; a convolution otherwise.</param>
internal readonly record struct WindowRule(Rounding Rounding, bool IsWritten, Dialect Dialect, bool IsPool)
{
    public static WindowRule Of(Rounding? operation, Rounding? network, Dialect dialect, bool isPool) =>
        new(operation ?? network ?? Default(dialect, isPool), operation is not null || network is not null, dialect, isPool);

    /// <summary>The output length, 0 or less where there is none.</summary>
    public long Length(Window window) => Rounding == Rounding.Ceil ? Ceil(window) : window.Floor;

    /// <summary>Whether the window's fit is one that the rounding accepts.</summary>
    public bool Accepts(Window window) => Rounding switch
    {
        Rounding.Fit => window.Fit != WindowFit.RowsLost,
        Rounding.Exact => window.Fit == WindowFit.Exact,
        _ => true,
    };

    private static Rounding Default(Dialect dialect, bool isPool) => dialect switch
    {
        Dialect.CudaConvnet => Rounding.Ceil,
        Dialect.Caffe when isPool => Rounding.Ceil,
        _ => Rounding.Fit,
    };

    private long Ceil(Window window)
    {
        // cuda-convnet's pools and convolutions keep every partial window; Caffe drops a pool's window that would
        // start in the padding only where there is padding; PyTorch, and ONNX from opset 22, always.
        long length = window.Ceil;
        bool clips = IsPool && Dialect switch
        {
            Dialect.CudaConvnet => false,
            Dialect.Caffe => window.PaddingBefore > 0 || window.PaddingAfter > 0,
            _ => true,
        };
        return clips && (length - 1) * window.Stride >= (long)window.Input + window.PaddingBefore ? length - 1 : length;
    }
}
