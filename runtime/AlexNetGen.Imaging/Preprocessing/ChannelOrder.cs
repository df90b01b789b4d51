namespace AlexNetGen.Imaging;

/// <summary>Which channel of a network's input is which colour.</summary>
public enum ChannelOrder
{
    /// <summary>Red, green, blue: PyTorch, TensorFlow.</summary>
    RedGreenBlue,

    /// <summary>Blue, green, red: OpenCV, and so Caffe.</summary>
    BlueGreenRed,
}
