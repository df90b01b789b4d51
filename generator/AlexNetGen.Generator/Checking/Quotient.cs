using System.Globalization;

namespace AlexNetGen.Generator.Checking;

/// <summary>An exact rational number, <c>Whole + Remainder / Divisor</c>.</summary>
internal readonly record struct Quotient(long Whole, long Remainder, long Divisor)
{
    public bool IsWhole => Remainder == 0;

    /// <summary>Decimals where they end within four places (54.25), else a fraction (18 1/3).</summary>
    public override string ToString()
    {
        if (IsWhole)
        {
            return Whole.ToString(CultureInfo.InvariantCulture);
        }

        const int Places = 10_000;
        if (Remainder * Places % Divisor == 0)
        {
            decimal value = Whole + ((decimal)Remainder / Divisor);
            return value.ToString("0.####", CultureInfo.InvariantCulture);
        }

        // Below zero the fraction counts away from zero too: -1 + 2/3 is -1/3.
        bool isNegative = Whole < 0;
        long whole = isNegative ? -(Whole + 1) : Whole;
        long remainder = isNegative ? Divisor - Remainder : Remainder;
        long common = Common(remainder, Divisor);
        string fraction = (remainder / common).ToString(CultureInfo.InvariantCulture) + "/" + (Divisor / common).ToString(CultureInfo.InvariantCulture);
        return (isNegative ? "-" : string.Empty) + (whole == 0 ? fraction : whole.ToString(CultureInfo.InvariantCulture) + " " + fraction);
    }

    private static long Common(long a, long b) => b == 0 ? a : Common(b, a % b);
}
