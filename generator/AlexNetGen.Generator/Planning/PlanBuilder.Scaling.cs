using AlexNetGen.Generator.Declarations;

namespace AlexNetGen.Generator.Planning;

/// <summary>
/// Products of a map and one factor a channel that only a matrix product reads, as after squeeze and excitation: its
/// weights are multiplied by the factors instead, where they are fewer than the values of the map.
/// </summary>
internal sealed partial class PlanBuilder
{
    private const string ChannelProduct = "Product.ForwardChannels";

    /// <summary>Leaves out such products.</summary>
    private void ScaleWeights()
    {
        for (int i = _drafts.Count - 2; i >= 0; i--)
        {
            if (_drafts[i].Kernel == ChannelProduct && CanScale(_drafts[i], _drafts[i + 1]))
            {
                ScaleWeights(i);
            }
        }
    }

    private bool CanScale(Draft product, Draft reader)
    {
        Buffer map = product.Find("left")!.Buffer!, factors = product.Find("right")!.Buffer!, scaled = product.Find("output")!.Buffer!;
        return reader.Convolution is { Problem: { Taps: 1, Groups: 1, IsPadded: false } problem, Plans.AreDirect: true }
            && problem.Outputs < problem.Input.Height * problem.Input.Width
            && scaled.Kind == OperandKind.Workspace
            && reader.Find("input")?.Buffer == scaled
            && !Uses(reader, map)
            && !Uses(reader, factors)
            && _drafts.Count(draft => Uses(draft, scaled)) == 2;
    }

    private void ScaleWeights(int product)
    {
        Draft scaling = _drafts[product], reader = _drafts[product + 1];
        Buffer scaled = scaling.Find("output")!.Buffer!, weights = NewBuffer(PaddedWeights(reader.Convolution!.Problem));
        Replace("input", scaling.Find("left")!.Buffer!);
        Replace(BatchPlanner.Scratch, weights);
        reader.Operands.Add(new DraftOperand("scale", scaling.Find("right")!.Buffer));
        foreach (DraftOperand operand in reader.Operands)
        {
            operand.Buffer?.UseAt(scaled.LastStep);
        }

        Separate(product + 1, "Scaled");
        SetConstants(product + 1, ("ScratchLength", weights.Length));
        _rows[reader.Row] = _rows[reader.Row] with { Reason = $"{_rows[reader.Row].Reason}; its weights are multiplied by the factors of the channels, and not the map" };
        string?[] comments = [scaling.Comment, reader.Comment, "The weights times the factors of the channels, which are fewer values than the map."];
        _drafts[product + 1] = _drafts[product + 1] with { Comment = string.Join("\n", comments.OfType<string>()) };
        _drafts.RemoveAt(product);
        _buffers.Remove(scaled);

        void Replace(string name, Buffer buffer)
        {
            int operand = reader.Operands.FindIndex(operand => operand.Name == name);
            reader.Operands[operand] = reader.Operands[operand] with { Buffer = buffer };
        }
    }

    // Packed for the widest vectors, whose last may be partly filled.
    private static long PaddedWeights(ConvolutionProblem problem)
    {
        long lanes = VectorWidth.Bits512.Lanes;
        return (problem.Outputs + lanes - 1) / lanes * lanes * problem.Inputs;
    }
}
