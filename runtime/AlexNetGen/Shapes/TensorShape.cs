using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlexNetGen;

/// <summary>The dimensions of a tensor, outermost first: 64x55x55 is 64 channels of 55 rows of 55 columns.</summary>
[CollectionBuilder(typeof(TensorShape), nameof(Create))]
public sealed class TensorShape : IReadOnlyList<int>, IEquatable<TensorShape>
{
    private readonly int[] _dimensions;

    private TensorShape(int[] dimensions)
    {
        _dimensions = dimensions;
    }

    /// <summary>The number of dimensions.</summary>
    public int Rank => _dimensions.Length;

    /// <summary>The number of values: the product of the dimensions.</summary>
    public long Length
    {
        get
        {
            long length = 1;
            foreach (int dimension in _dimensions)
            {
                length = checked(length * dimension);
            }

            return length;
        }
    }

    int IReadOnlyCollection<int>.Count => _dimensions.Length;

    /// <summary>The size of one dimension.</summary>
    /// <param name="index">The dimension, 0 being the outermost.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such dimension.</exception>
    public int this[int index] => _dimensions[index];

    /// <summary>Makes a shape of the given dimensions.</summary>
    /// <param name="dimensions">The dimensions, outermost first; none is negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static TensorShape Create(params ReadOnlySpan<int> dimensions)
    {
        foreach (int dimension in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(dimensions));
        }

        return new TensorShape(dimensions.ToArray());
    }

    /// <inheritdoc/>
    public bool Equals(TensorShape? other) =>
        other is not null && _dimensions.AsSpan().SequenceEqual(other._dimensions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int dimension in _dimensions)
        {
            hash.Add(dimension);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_dimensions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The dimensions, joined as in <c>64x55x55</c>; <c>scalar</c> where there is none.</summary>
    public override string ToString() => _dimensions.Length == 0
        ? "scalar"
        : string.Join('x', _dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)));
}
