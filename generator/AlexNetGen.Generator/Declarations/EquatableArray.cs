using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace AlexNetGen.Generator.Declarations;

/// <summary>An immutable array that compares by its items, so that pipeline steps can be cached.</summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> _items = items;

    public int Count => Items.Length;

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    public T this[int index] => Items[index];

    public EquatableArray<T> SetItem(int index, T item) => new(Items.SetItem(index, item));

    public bool Equals(EquatableArray<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in Items)
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

/// <summary>Makes arrays, and asks of them what LINQ would box them for: the checker asks at every keystroke.</summary>
internal static class EquatableArray
{
    public static bool Any<T>(this EquatableArray<T> items, Func<T, bool> predicate)
        where T : IEquatable<T>
    {
        foreach (T item in items)
        {
            if (predicate(item))
            {
                return true;
            }
        }

        return false;
    }

    public static bool All<T>(this EquatableArray<T> items, Func<T, bool> predicate)
        where T : IEquatable<T> => !items.Any(item => !predicate(item));

    public static bool Contains<T>(this EquatableArray<T> items, T wanted)
        where T : IEquatable<T>
    {
        foreach (T item in items)
        {
            if (item.Equals(wanted))
            {
                return true;
            }
        }

        return false;
    }

    public static int Count<T>(this EquatableArray<T> items, Func<T, bool> predicate)
        where T : IEquatable<T>
    {
        int count = 0;
        foreach (T item in items)
        {
            count += predicate(item) ? 1 : 0;
        }

        return count;
    }

    public static int Sum<T>(this EquatableArray<T> items, Func<T, int> selector)
        where T : IEquatable<T>
    {
        int sum = 0;
        foreach (T item in items)
        {
            sum = checked(sum + selector(item));
        }

        return sum;
    }

    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new([.. items]);

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
