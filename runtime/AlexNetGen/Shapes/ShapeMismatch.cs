using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlexNetGen;

/// <summary>The checks that tensors of a fixed shape share.</summary>
internal static class ShapeMismatch
{
    public static string Text<TShape>()
        where TShape : struct, IShape =>
        TShape.Rank == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{TShape.Channels}")
            : TShape.Rank == 2
            ? string.Create(CultureInfo.InvariantCulture, $"{TShape.Channels}x{TShape.Width}")
            : string.Create(CultureInfo.InvariantCulture, $"{TShape.Channels}x{TShape.Height}x{TShape.Width}");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ThrowUnlessLength<TShape>(int length, string parameter)
        where TShape : struct, IShape
    {
        if (length != TShape.Length)
        {
            ThrowLength<TShape>(length, parameter);
        }
    }

    public static void ThrowUnlessSame<TShape, TOther>()
        where TShape : struct, IShape
        where TOther : struct, IShape
    {
        if (TShape.Rank != TOther.Rank || TShape.Channels != TOther.Channels
            || TShape.Height != TOther.Height || TShape.Width != TOther.Width)
        {
            throw new InvalidOperationException(
                $"A tensor of shape {Text<TShape>()} cannot be taken as {Text<TOther>()} ({typeof(TOther).Name}): the dimensions must be the same.");
        }
    }

    public static int Offset<TShape>(int channel, int row, int column)
        where TShape : struct, IShape
    {
        if ((uint)channel >= (uint)TShape.Channels || (uint)row >= (uint)TShape.Height || (uint)column >= (uint)TShape.Width)
        {
            ThrowIndex<TShape>(channel, row, column);
        }

        return (((channel * TShape.Height) + row) * TShape.Width) + column;
    }

    private static void ThrowLength<TShape>(int length, string parameter)
        where TShape : struct, IShape =>
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"A tensor of shape {Text<TShape>()} has {TShape.Length} values; the span has {length}."),
            parameter);

    private static void ThrowIndex<TShape>(int channel, int row, int column)
        where TShape : struct, IShape =>
        throw new ArgumentOutOfRangeException(
            (uint)channel >= (uint)TShape.Channels ? nameof(channel) : (uint)row >= (uint)TShape.Height ? nameof(row) : nameof(column),
            string.Create(CultureInfo.InvariantCulture, $"There is no value at channel {channel}, row {row}, column {column} of a tensor of shape {Text<TShape>()}."));
}
