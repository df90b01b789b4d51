namespace AlexNetGen.Kernels;

/// <summary>A function of one value, written once for all vector widths.</summary>
internal interface IElementwiseFunction
{
    /// <summary>The function of each lane.</summary>
    static abstract TVector Apply<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct;
}
