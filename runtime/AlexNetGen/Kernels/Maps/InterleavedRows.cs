namespace AlexNetGen.Kernels;

/// <summary>Rows of three planes, and where their values are to be in turn.</summary>
internal unsafe struct InterleavedRows
{
    /// <summary>The first row of the first plane.</summary>
    public float* Source;

    /// <summary>Floats from one row of a plane to the next.</summary>
    public nint SourceRow;

    /// <summary>Floats from one plane to the next.</summary>
    public nint PlaneLength;

    /// <summary>[row][column][plane].</summary>
    public float* Destination;

    /// <summary>Floats from one row of it to the next.</summary>
    public nint DestinationRow;

    /// <summary>The number of rows.</summary>
    public int Rows;

    /// <summary>Columns of each.</summary>
    public int Columns;
}
