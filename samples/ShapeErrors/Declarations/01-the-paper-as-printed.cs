// The paper as printed: 224, kernel 11, stride 4
// Krizhevsky, Sutskever, Hinton, 2012. Their own code rounded 54.25 up to 55; what rounds down loses a row and a column.
using AlexNetGen;

[Network(3, 224, 224)]
public sealed partial class PaperAsPrinted
{
    [Conv2d(96, Kernel = 11, Stride = 4), ReLU] public static partial Layer Conv1 { get; }
}
