namespace AlexNetGen;

/// <summary>
/// A weights file is not what its format says, or its tensors are not those that the network declares.
/// </summary>
public sealed class WeightsException : Exception
{
    /// <summary>Reports one problem.</summary>
    /// <param name="message">What was expected, what was found, and what to do.</param>
    public WeightsException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Reports one problem and what caused it.</summary>
    /// <param name="message">What was expected, what was found, and what to do.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public WeightsException(string message, Exception? innerException)
        : base(message, innerException)
    {
        Problems = [message];
    }

    /// <summary>Reports every problem of a file at once.</summary>
    /// <param name="heading">What was read, and into which network.</param>
    /// <param name="problems">One line a problem; at least one.</param>
    public WeightsException(string heading, IReadOnlyList<string> problems)
        : base(heading + string.Concat(problems.Select(problem => "\n  - " + problem)))
    {
        Problems = problems;
    }

    /// <summary>The problems, a line each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
