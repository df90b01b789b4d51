namespace AlexNetGen.Generator.Checking;

/// <summary>Arithmetic on sizes that stops at the largest long instead of wrapping.</summary>
internal static class Saturating
{
    public static long Multiply(long a, long b)
    {
        if (a == 0 || b == 0)
        {
            return 0;
        }

        return a > long.MaxValue / b ? long.MaxValue : a * b;
    }

    public static long Add(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
