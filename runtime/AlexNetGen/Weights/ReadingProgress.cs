namespace AlexNetGen.Weights;

/// <summary>Tells a caller how much has been read: about a hundred times, in order, whichever thread reads.</summary>
/// <param name="progress">Who is told; may be null.</param>
/// <param name="total">The values to read.</param>
internal sealed class ReadingProgress(IProgress<double>? progress, long total)
{
    private readonly Lock _lock = new();
    private long _done;
    private long _reported;

    /// <summary>Counts values that have been read.</summary>
    public void Add(int values)
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock)
        {
            _done += values;
            if (_done - _reported > total / 100 || _done == total)
            {
                _reported = _done;
                progress.Report(Math.Min(1, (double)_done / total));
            }
        }
    }
}
