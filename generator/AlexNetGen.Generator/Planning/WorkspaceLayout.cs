namespace AlexNetGen.Generator.Planning;

/// <summary>Places buffers in one workspace: two that live at the same time do not share a value.</summary>
internal static class WorkspaceLayout
{
    /// <summary>Buffers begin at multiples of a cache line of 64 bytes.</summary>
    private const int Alignment = 16;

    /// <summary>
    /// Sets the offsets, the largest buffer first, each at the lowest place that is free; returns the length needed. Scratch, which lives for
    /// one step, comes after all maps: below them it would put a map where nothing has been since the last pass, out of the caches.
    /// </summary>
    public static long Place(IEnumerable<Buffer> buffers)
    {
        List<Buffer> placed = [];
        long length = 0;
        foreach (Buffer buffer in buffers.OrderBy(buffer => buffer.FirstStep == buffer.LastStep).ThenByDescending(buffer => buffer.Length).ThenBy(buffer => buffer.FirstStep))
        {
            long offset = 0;
            foreach (Buffer other in placed.Where(buffer.LivesWith).OrderBy(other => other.Offset))
            {
                if (offset + buffer.Length <= other.Offset)
                {
                    break;
                }

                offset = Math.Max(offset, Align(other.Offset + other.Length));
            }

            buffer.Offset = offset;
            placed.Add(buffer);
            length = Math.Max(length, offset + buffer.Length);
        }

        return length;
    }

    private static long Align(long offset) => (offset + Alignment - 1) / Alignment * Alignment;
}
