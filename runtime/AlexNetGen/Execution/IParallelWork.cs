namespace AlexNetGen.Execution;

/// <summary>Work cut into chunks that may run in any order, on any thread, several at once; each writes what no other does.</summary>
internal interface IParallelWork
{
    /// <summary>Does one chunk.</summary>
    /// <param name="chunk">Its number, from 0.</param>
    void Run(int chunk);
}
