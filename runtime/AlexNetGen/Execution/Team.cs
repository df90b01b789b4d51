namespace AlexNetGen.Execution;

/// <summary>Who does the chunks of a kernel: the calling thread.</summary>
internal static class Team
{
    /// <summary>Does all chunks, and returns when the last is done.</summary>
    public static void Run<TWork>(int chunks, ref TWork work)
        where TWork : struct, IParallelWork
    {
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            work.Run(chunk);
        }
    }
}
