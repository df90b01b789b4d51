using System.ComponentModel;

namespace AlexNetGen.Execution;

/// <summary>
/// Work cut into chunks that do not depend on each other, run by a <see cref="Team"/>. What a chunk computes must not
/// depend on which thread runs it, so that results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParallelWork
{
    /// <summary>Does one chunk; on any thread, at the same time as others. Must not throw.</summary>
    /// <param name="chunk">The number of the chunk, from 0.</param>
    void Run(int chunk);
}
