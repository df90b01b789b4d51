namespace AlexNetGen.Samples;

/// <summary>A file of trained weights.</summary>
public static class WeightsFile
{
    /// <summary>Loads a network. Name, shape and type of every tensor are checked first.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="path">A safetensors file with the network's tensor names.</param>
    /// <exception cref="InputException">The file cannot be read, or its tensors are not the network's.</exception>
    public static TNetwork Load<TNetwork>(string path)
        where TNetwork : class, INetwork<TNetwork>
    {
        try
        {
            return TNetwork.Load(path);
        }
        catch (WeightsException problem)
        {
            // The message lists every problem on a line of its own; here one line has to do.
            string heading = problem.Message.Split('\n')[0];
            string first = problem.Problems[0] == problem.Message ? string.Empty : $" {problem.Problems[0]}";
            string more = problem.Problems.Count > 1 ? $" (And {problem.Problems.Count - 1} more.)" : string.Empty;
            throw new InputException($"{heading}{first}{more}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read the weights '{path}': {problem.Message}");
        }
    }
}
