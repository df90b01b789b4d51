namespace AlexNetGen.Kernels;

/// <summary>
/// The arithmetic of one vector width, so that each kernel is written once. The vector is the machine's own type,
/// not a wrapper: the just-in-time compiler then keeps it in a register as if the kernel had named it.
/// </summary>
/// <typeparam name="TVector">The vector: a Vector512, Vector256 or Vector128 of float, or a float.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Floats in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Vectors of output channels in a convolution's register tile of six pixels, by the number of registers.</summary>
    static abstract int TileVectors { get; }

    /// <summary>A vector of zeros.</summary>
    static abstract TVector Zero { get; }

    /// <summary>Reads a vector; the address need not be aligned.</summary>
    static abstract TVector Load(float* source);

    /// <summary>Reads values stored as the upper halves of floats.</summary>
    static abstract TVector LoadBFloat16(ushort* source);

    /// <summary>Reads whole numbers.</summary>
    static abstract TVector LoadInt8(sbyte* source);

    /// <summary>Writes a vector; the address need not be aligned.</summary>
    static abstract void Store(TVector value, float* destination);

    /// <summary>A mask of the first lanes: all bits set, and none in the others.</summary>
    static abstract TVector First(int count);

    /// <summary>Reads the lanes of a mask, the others are zero; nothing past the last of them is touched.</summary>
    static abstract TVector Load(float* source, TVector mask);

    /// <summary>Writes the lanes of a mask of first lanes; nothing past the last of them is touched.</summary>
    static abstract void Store(TVector value, float* destination, TVector mask);

    /// <summary>Where a lane of the mask has its bits set that of a, else that of b.</summary>
    static abstract TVector Select(TVector mask, TVector a, TVector b);

    /// <summary>x, but at most the bound; NaN stays.</summary>
    static abstract TVector AtMost(TVector x, TVector bound);

    /// <summary>2^n, of the sum n + 1.5 * 2^23, for whole n from -126 to 127.</summary>
    static abstract TVector PowerOfTwo(TVector sum);

    /// <summary>A vector with this value in every lane.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>Lane i takes the lane of x that lane i of the indices names, as a 32-bit whole number.</summary>
    static abstract TVector Permute(TVector x, TVector indices);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a * b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a * b + c, rounded once where the hardware does so and twice elsewhere; never in software.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The larger of each pair, of two zeros either; NaN where either is NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>The smaller of each pair; NaN where either is NaN.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>The absolute value.</summary>
    static abstract TVector Abs(TVector x);

    /// <summary>The magnitude of the first with the sign of the second.</summary>
    static abstract TVector CopySign(TVector magnitude, TVector sign);

    /// <summary>The first value where x is below 0, the second where it is not or is NaN.</summary>
    static abstract TVector SelectNegative(TVector x, TVector negative, TVector other);

    /// <summary>max(x, 0) that keeps NaN.</summary>
    static abstract TVector RectifiedLinear(TVector x);

    /// <summary>min(max(x, least), largest) that keeps NaN.</summary>
    static abstract TVector Clamp(TVector x, TVector least, TVector largest);

    /// <summary>The nearest whole number, the even one of two.</summary>
    static abstract TVector Round(TVector x);

    /// <summary>x * 2^n, where n is a whole number from -150 to 130.</summary>
    static abstract TVector Scale(TVector x, TVector n);

    /// <summary>The square root.</summary>
    static abstract TVector Sqrt(TVector x);

    /// <summary>e to the power x.</summary>
    static abstract TVector Exp(TVector x);

    /// <summary>e to the power -x, where what is less than about 10^-38 is nothing, as beside 1.</summary>
    static abstract TVector ExpOfNegative(TVector x);

    /// <summary>The natural logarithm.</summary>
    static abstract TVector Log(TVector x);

    /// <summary>The sum of the lanes.</summary>
    static abstract float Sum(TVector x);

    /// <summary>The largest lane; NaN if any lane is NaN.</summary>
    static abstract float Largest(TVector x);
}
