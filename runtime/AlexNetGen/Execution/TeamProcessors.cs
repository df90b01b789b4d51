namespace AlexNetGen.Execution;

/// <summary>Where the threads of a team run, so that no two share a processor while another is free.</summary>
internal sealed class TeamProcessors
{
    // Of the caller, who is number 0, and of the workers that do not block.
    private readonly int[] _processors;

    // The workers' threads as the system numbers them; 0 for none.
    private readonly int[] _threads;

    // Where the caller ran whom the workers were last told to avoid.
    private int _avoided = Processor.None;

    /// <summary>Nobody runs.</summary>
    public TeamProcessors(int threads)
    {
        _threads = new int[threads];
        _processors = new int[threads];
        Array.Fill(_processors, Processor.None);
    }

    /// <summary>A worker's first step; called by it.</summary>
    public void Begin(int worker) => Volatile.Write(ref _threads[worker], Processor.CurrentThread);

    /// <summary>A worker's last step; the system may give its number to another thread.</summary>
    public void End(int worker) => Volatile.Write(ref _threads[worker], 0);

    /// <summary>A worker blocks.</summary>
    public void Block(int worker) => _processors[worker] = Processor.None;

    /// <summary>Keeps the workers off the caller's processor; called by him, before they wake up.</summary>
    public void KeepOffCaller()
    {
        Note(worker: 0);
        if (_processors[0] == _avoided)
        {
            return;
        }

        _avoided = _processors[0];
        for (int worker = 1; worker < _threads.Length; worker++)
        {
            Processor.Avoid(Volatile.Read(ref _threads[worker]), [_avoided]);
        }
    }

    /// <summary>Notes where the calling thread runs; a worker that finds one of a lower number there moves.</summary>
    public void Note(int worker)
    {
        int processor = Processor.Current;
        if (processor != Processor.None && _processors.AsSpan(0, worker).Contains(processor))
        {
            _processors[worker] = Processor.None;
            Processor.Avoid(_threads[worker], _processors);
            processor = Processor.Current;
        }

        // What does not change is not written: the others read it.
        if (_processors[worker] != processor)
        {
            _processors[worker] = processor;
        }
    }
}
