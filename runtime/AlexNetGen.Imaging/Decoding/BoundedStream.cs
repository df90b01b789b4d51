namespace AlexNetGen.Imaging.Decoding;

/// <summary>
/// A file's bytes for a decoder that takes the end of a file for zeros: remembers that it was read past its end, and
/// never stands beyond it, where the decoder would look for the end forever.
/// </summary>
internal sealed class BoundedStream(byte[] file) : Stream
{
    private int _position;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool WasReadPastItsEnd { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        if (_position < file.Length)
        {
            return file[_position++];
        }

        WasReadPastItsEnd = true;
        return -1;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int available = Math.Min(count, file.Length - _position);
        WasReadPastItsEnd |= available < count;
        file.AsSpan(_position, available).CopyTo(buffer.AsSpan(offset, count));
        _position += available;
        return available;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long target = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _position : file.Length);
        WasReadPastItsEnd |= target > file.Length;
        _position = (int)Math.Clamp(target, 0, file.Length);
        return _position;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
