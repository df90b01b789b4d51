namespace AlexNetGen.Samples;

/// <summary>What a network made of a set of digits.</summary>
public sealed class Classification
{
    private Classification(IReadOnlyList<Digit> digits, int[] guesses)
    {
        Digits = digits;
        Guesses = guesses;
    }

    /// <summary>The digits.</summary>
    public IReadOnlyList<Digit> Digits { get; }

    /// <summary>The network's guess for each.</summary>
    public IReadOnlyList<int> Guesses { get; }

    /// <summary>How many are right.</summary>
    public int Right => Digits.Zip(Guesses).Count(pair => pair.First.Truth == pair.Second);

    /// <summary>The share that is right, 0 to 1.</summary>
    public double Accuracy => (double)Right / Digits.Count;

    /// <summary>Those that are wrong, with the guesses.</summary>
    public IEnumerable<(Digit Digit, int Guess)> Misread =>
        Digits.Zip(Guesses).Where(pair => pair.First.Truth != pair.Second);

    /// <summary>Classifies digits: the guess is the class with the largest logit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="digits">The digits.</param>
    public static Classification Of(DigitNet network, IReadOnlyList<Digit> digits)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(digits);
        float[] logits = new float[DigitNet.OutputLength];
        int[] guesses = new int[digits.Count];
        for (int i = 0; i < guesses.Length; i++)
        {
            network.Forward(digits[i].Pixels, logits);
            guesses[i] = Array.IndexOf(logits, logits.Max());
        }

        return new Classification(digits, guesses);
    }

    /// <summary>How often each digit (first index) was read as each (second).</summary>
    public int[,] Confusion()
    {
        int[,] counts = new int[10, 10];
        foreach ((Digit digit, int guess) in Digits.Zip(Guesses))
        {
            counts[digit.Truth, guess]++;
        }

        return counts;
    }
}
