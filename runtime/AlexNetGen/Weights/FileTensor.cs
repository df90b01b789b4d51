using System.Globalization;

namespace AlexNetGen.Weights;

/// <summary>A tensor as the header of a file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its dimensions, outermost first; none for a scalar.</param>
/// <param name="Begin">Where its data begins, from the end of the header.</param>
/// <param name="End">Where its data ends, from the end of the header.</param>
internal sealed record FileTensor(string Name, ElementType Type, IReadOnlyList<long> Shape, long Begin, long End)
{
    public string ShapeText => Shape.Count == 0
        ? "scalar"
        : string.Join('x', Shape.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)));

    public bool HasShape(TensorShape shape)
    {
        if (Shape.Count != shape.Rank)
        {
            return false;
        }

        for (int i = 0; i < shape.Rank; i++)
        {
            if (Shape[i] != shape[i])
            {
                return false;
            }
        }

        return true;
    }
}
