using System.Runtime.CompilerServices;

namespace AlexNetGen.Kernels;

/// <summary>One float: for maps with fewer channels than the narrowest vector.</summary>
internal readonly unsafe struct LanesScalar : ILanes<float>
{
    public static int Count => 1;

    public static int TileVectors => 1;

    public static float Zero => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Load(float* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadBFloat16(ushort* source) => BitConverter.UInt32BitsToSingle((uint)*source << 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadInt8(sbyte* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(float value, float* destination) => *destination = value;

    public static float First(int count) => BitConverter.Int32BitsToSingle(count > 0 ? -1 : 0);

    public static float Load(float* source, float mask) => BitConverter.SingleToInt32Bits(mask) == 0 ? 0 : *source;

    public static void Store(float value, float* destination, float mask)
    {
        if (BitConverter.SingleToInt32Bits(mask) != 0)
        {
            *destination = value;
        }
    }

    public static float Select(float mask, float a, float b) => BitConverter.SingleToInt32Bits(mask) != 0 ? a : b;

    public static float AtMost(float x, float bound) => x > bound ? bound : x;

    public static float PowerOfTwo(float sum) => BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(sum) << 23) + (127 << 23));

    public static float Broadcast(float value) => value;

    public static float Permute(float x, float indices) => x;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float Divide(float a, float b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) => float.MultiplyAddEstimate(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b) => MathF.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float a, float b) => MathF.Min(a, b);

    public static float Abs(float x) => MathF.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float CopySign(float magnitude, float sign) => MathF.CopySign(magnitude, sign);

    public static float SelectNegative(float x, float negative, float other) => x < 0 ? negative : other;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float RectifiedLinear(float x) => x < 0 ? 0 : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Clamp(float x, float least, float largest) => x < least ? least : x > largest ? largest : x;

    public static float Round(float x) => MathF.Round(x);

    public static float Scale(float x, float n) => MathF.ScaleB(x, (int)n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sqrt(float x) => MathF.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Exponential.Of<LanesScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ExpOfNegative(float x) => Exponential.OfNegative<LanesScalar, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => MathF.Log(x);

    public static float Sum(float x) => x;

    public static float Largest(float x) => x;
}
