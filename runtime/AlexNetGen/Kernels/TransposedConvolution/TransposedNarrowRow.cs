using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>
/// A row of a transposed convolution onto few channels, where a vector holds several pixels: the products of a stride of neighbouring
/// taps lie side by side, and fall on as many neighbouring outputs.
/// <code>
/// products of an input    | tap 0 | tap 1 | tap 2 | tap 3 |         stride 2
/// row of the output     + | tap 0 | tap 1 |                         of all inputs, which fall side by side,
///                                       + | tap 2 | tap 3 |         then of all inputs again
/// </code>
/// </summary>
internal static unsafe class TransposedNarrowRow
{
    // Floats of room on the stack.
    private const int MostRoom = 8 * 1024;

    /// <summary>Whether it computes a transposed convolution's rows: not with a stride of one, where a pixel's tap is all that is spread at once.</summary>
    public static bool Fits<TLanes, TVector>(in TransposedConvolutionSizes sizes, in ConvolutionEpilogue epilogue)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct =>
        sizes is { Groups: 1, IsDepthwise: false, Columns: { Dilation: 1, Stride: > 1 } } && 2 * sizes.OutputChannels <= TLanes.Count
        && epilogue.OutputStep == sizes.OutputChannels && RoomLength<TLanes, TVector>(sizes) <= MostRoom;

    /// <summary>Floats of a value for each channel, repeated until whole vectors hold it.</summary>
    public static int RepeatedLength<TLanes, TVector>(in TransposedConvolutionSizes sizes)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => sizes.OutputChannels * TLanes.Count;

    /// <summary>Repeats a value for each channel, or one that changes nothing.</summary>
    public static void Repeat(float* values, float whereNone, int channels, float* destination, int length)
    {
        for (int i = 0; i < length; i += channels)
        {
            for (int c = 0; c < channels; c++)
            {
                destination[i + c] = values is null ? whereNone : values[c];
            }
        }
    }

    /// <summary>Floats of room for a row: its sums and what is being added, each with what falls before and past its ends.</summary>
    public static int RoomLength<TLanes, TVector>(in TransposedConvolutionSizes sizes)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => 2 * Length<TLanes, TVector>(sizes);

    /// <summary>Adds up a row, in the same order as where a vector holds one pixel's channels; returns where it begins in the room.</summary>
    /// <param name="sizes">The transposed convolution.</param>
    /// <param name="lines">Of each row of the input that falls on this one, the first pixel's products of the kernel's row that does.</param>
    /// <param name="lineCount">How many those are.</param>
    /// <param name="room">Room for a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float* AddUp<TLanes, TVector>(in TransposedConvolutionSizes sizes, float** lines, int lineCount, float* room)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int channels = sizes.OutputChannels, whole = Length<TLanes, TVector>(sizes), kernel = sizes.Columns.Kernel, stride = sizes.Columns.Stride;
        float* part = room + whole;
        new Span<float>(room, whole).Clear();
        for (int line = 0; line < lineCount; line++)
        {
            for (int tap = 0; tap < kernel; tap += stride)
            {
                new Span<float>(part, whole).Clear();
                Spread<TLanes, TVector>(sizes, lines[line] + (tap * channels), Math.Min(stride, kernel - tap) * channels, part + (tap * channels));
                for (int i = 0; i < whole; i += TLanes.Count)
                {
                    TLanes.Store(TLanes.Add(TLanes.Load(room + i), TLanes.Load(part + i)), room + i);
                }
            }
        }

        return room + (sizes.Columns.Padding * channels);
    }

    // The products of some neighbouring taps of each input. Whole vectors are stored, from left to right: what one holds past its
    // products is zero, or the next ones cover it. Masks would make the next load of what they left out wait.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<TLanes, TVector>(in TransposedConvolutionSizes sizes, float* values, int run, float* to)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int products = sizes.Products, step = sizes.Columns.Stride * sizes.OutputChannels, vectors = run / TLanes.Count * TLanes.Count;
        TVector mask = TLanes.First(run - vectors);
        for (int x = sizes.Columns.Input; x > 0; x--, to += step, values += products)
        {
            for (int i = 0; i < vectors; i += TLanes.Count)
            {
                TLanes.Store(TLanes.Load(values + i), to + i);
            }

            if (vectors < run)
            {
                TLanes.Store(TLanes.Load(values + vectors, mask), to + vectors);
            }
        }
    }

    // Whole vectors, of all that falls from the first tap of the first input to the last vector of the last one.
    private static int Length<TLanes, TVector>(in TransposedConvolutionSizes sizes)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        int reach = Math.Max(((sizes.Columns.Input - 1) * sizes.Columns.Stride) + sizes.Columns.Kernel, sizes.Columns.Output + sizes.Columns.Padding);
        return ((reach * sizes.OutputChannels / TLanes.Count) + 2) * TLanes.Count;
    }

    /// <summary>Adds the bias, normalises, adds another map and bounds a row.</summary>
    /// <param name="epilogue">What follows.</param>
    /// <param name="sums">The row's sums, which may be read to the end of a vector.</param>
    /// <param name="offset">Where the row begins in the output.</param>
    /// <param name="length">Floats of the row.</param>
    /// <param name="repeated">The bias, the normalisation's factors and its shifts, each repeated.</param>
    /// <param name="repeatedLength">Floats of each of the three.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish<TLanes, TVector>(in ConvolutionEpilogue epilogue, float* sums, nint offset, int length, float* repeated, int repeatedLength)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        float* row = epilogue.Output + offset, addend = epilogue.Addend is null ? null : epilogue.Addend + offset;
        bool isNormalised = epilogue.Factor is not null;
        TVector least = TLanes.Broadcast(epilogue.Least), largest = TLanes.Broadcast(epilogue.Largest);
        for (int i = 0, at = 0; i < length; i += TLanes.Count, at = at + TLanes.Count == repeatedLength ? 0 : at + TLanes.Count)
        {
            bool isWhole = i <= length - TLanes.Count;
            TVector mask = TLanes.First(Math.Min(length - i, TLanes.Count));
            TVector y = TLanes.Add(TLanes.Load(sums + i), TLanes.Load(repeated + at));
            if (isNormalised)
            {
                y = TLanes.MultiplyAdd(y, TLanes.Load(repeated + repeatedLength + at), TLanes.Load(repeated + (2 * repeatedLength) + at));
            }

            if (addend is not null)
            {
                y = TLanes.Add(y, isWhole ? TLanes.Load(addend + i) : TLanes.Load(addend + i, mask));
            }

            y = TLanes.Clamp(y, least, largest);
            if (isWhole)
            {
                TLanes.Store(y, row + i);
            }
            else
            {
                TLanes.Store(y, row + i, mask);
            }
        }
    }
}
