using System.Runtime.Intrinsics.X86;

namespace AlexNetGen.Kernels;

/// <summary>What a convolution in small groups reads and writes.</summary>
internal unsafe struct GroupedOperands
{
    /// <summary>Maps up to so many floats, 512 KB, are in the second-level cache when their layer is computed.</summary>
    public const int LargestInCache = 1 << 17;

    /// <summary>The convolution.</summary>
    public ConvolutionSizes Sizes;

    /// <summary>[InputHeight][InputWidth][channel].</summary>
    public float* Map;

    /// <summary>[vector of output channels][ky][kx][input of the group][lane].</summary>
    public float* Weight;

    /// <summary>Input channels of a group.</summary>
    public int Inputs;

    /// <summary>Output channels of a group.</summary>
    public int Outputs;

    /// <summary>Weights of one output channel.</summary>
    public readonly nint WeightsOfChannel => (nint)Sizes.KernelHeight * Sizes.KernelWidth * Inputs;

    /// <summary>
    /// Columns of the output from one pixel of a tile to the next: with dilation, as many as make the columns that they read the same
    /// ones, where rows are long enough for it.
    /// </summary>
    public int Spacing;

    /// <summary>
    /// [vector of output channels][input of the group][lane], from the first channel to compute on: for each output lane, the lane of its
    /// group's input. One vector's where they are all the same; not read where no vector holds several groups.
    /// </summary>
    public int* Indices;

    /// <summary>The first output channel to compute.</summary>
    public int FirstChannel;

    /// <summary>The output channel after the last to compute.</summary>
    public int EndChannel;

    /// <summary>What follows, and where the results go.</summary>
    public ConvolutionEpilogue Epilogue;

    /// <summary>Whether several groups are in a vector of outputs, or one input channel is in several lanes.</summary>
    /// <param name="lanes">Floats of a vector.</param>
    public readonly bool AreGroupsInVector(int lanes) => Outputs > 1 && (Inputs == 1 || Outputs < lanes);

    /// <summary>Indices from one vector to the next: none where groups are as wide in as out, and divide a vector.</summary>
    /// <param name="lanes">Floats of a vector.</param>
    public readonly int IndexStep(int lanes) => Inputs == Outputs && lanes % Outputs == 0 ? 0 : Inputs * lanes;

    /// <summary>Writes the <see cref="Indices"/> of the channels to compute, where several groups are in a vector.</summary>
    /// <param name="lanes">Floats of a vector.</param>
    public readonly void Index(int lanes)
    {
        int* next = Indices;
        int end = !AreGroupsInVector(lanes) ? FirstChannel : IndexStep(lanes) == 0 ? FirstChannel + 1 : EndChannel;
        for (int channel = FirstChannel; channel < end; channel += lanes)
        {
            int first = Math.Min(channel, Sizes.OutputChannels - lanes), read = FirstRead(first, lanes);
            for (int k = 0; k < Inputs; k++)
            {
                for (int output = first; output < first + lanes; output++)
                {
                    *next++ = (output / Outputs * Inputs) + k - read;
                }
            }
        }
    }

    /// <summary>The first input channel that is read for a vector of outputs of several groups: at the end of a pixel, early enough to end with it.</summary>
    /// <param name="channel">The first output channel.</param>
    /// <param name="lanes">Floats of a vector.</param>
    public readonly int FirstRead(int channel, int lanes) => Inputs == Outputs ? channel : Math.Min(channel / Outputs * Inputs, Sizes.InputChannels - lanes);

    /// <summary>
    /// Begins to bring into the second-level cache what the row of outputs after this one reads besides: neighbouring pixels lie
    /// too far apart for the processor to guess them.
    /// </summary>
    /// <param name="pixel">The first pixel, at the channels in question.</param>
    /// <param name="step">Floats to the next pixel.</param>
    /// <param name="pixels">The number of pixels.</param>
    /// <param name="rows">The number of rows.</param>
    public readonly void Fetch(float* pixel, nint step, int pixels, int rows)
    {
        nint row = (nint)Sizes.InputWidth * Sizes.InputChannels;
        for (; Sse.IsSupported && rows > 0; rows--, pixel += row)
        {
            float* next = pixel;
            for (int left = pixels; left > 0; left--, next += step)
            {
                Sse.Prefetch1(next);
            }
        }
    }
}
