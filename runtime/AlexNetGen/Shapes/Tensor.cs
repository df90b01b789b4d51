namespace AlexNetGen;

/// <summary>A span of values of one shape, channels first: channel by channel, row by row.</summary>
/// <typeparam name="TShape">The shape. A tensor of one shape cannot be passed where another is wanted.</typeparam>
public readonly ref struct Tensor<TShape>
    where TShape : struct, IShape
{
    /// <summary>Gives a shape to a span.</summary>
    /// <param name="values">The values, <c>TShape.Length</c> of them, channels first.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public Tensor(Span<float> values)
    {
        ShapeMismatch.ThrowUnlessLength<TShape>(values.Length, nameof(values));
        Values = values;
    }

    /// <summary>The values, channel by channel, row by row.</summary>
    public Span<float> Values { get; }

    /// <summary>One feature of a vector.</summary>
    /// <param name="feature">The feature, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such value.</exception>
    public ref float this[int feature] => ref Values[feature];

    /// <summary>One value of a sequence.</summary>
    /// <param name="channel">The channel, from 0.</param>
    /// <param name="position">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such value.</exception>
    public ref float this[int channel, int position] => ref Values[ShapeMismatch.Offset<TShape>(channel, 0, position)];

    /// <summary>One value of a feature map.</summary>
    /// <param name="channel">The channel, from 0.</param>
    /// <param name="row">The row, from 0 at the top.</param>
    /// <param name="column">The column, from 0 at the left.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such value.</exception>
    public ref float this[int channel, int row, int column] =>
        ref Values[ShapeMismatch.Offset<TShape>(channel, row, column)];

    /// <summary>The same values, read-only.</summary>
    /// <param name="tensor">The tensor.</param>
    public static implicit operator ReadOnlyTensor<TShape>(Tensor<TShape> tensor) => new(tensor.Values);

    /// <summary>
    /// The same values in the shape type of another assembly: a checked conversion between types that stand
    /// for the same shape.
    /// </summary>
    /// <typeparam name="TOther">A type of the same rank and dimensions.</typeparam>
    /// <exception cref="InvalidOperationException">The dimensions differ.</exception>
    public Tensor<TOther> As<TOther>()
        where TOther : struct, IShape
    {
        ShapeMismatch.ThrowUnlessSame<TShape, TOther>();
        return new Tensor<TOther>(Values);
    }
}
