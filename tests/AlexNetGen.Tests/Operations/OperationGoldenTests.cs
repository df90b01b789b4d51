namespace AlexNetGen.Tests.Operations;

/// <summary>Every operation against PyTorch: tests/goldens/make_operations.py.</summary>
public class OperationGoldenTests
{
    [Fact] public void Conv2dStride3() => Golden.Check<Conv2dStride3>();
    [Fact] public void Conv2dRowsLost() => Golden.Check<Conv2dRowsLost>();
    [Fact] public void Conv2dEvenKernel() => Golden.Check<Conv2dEvenKernel>();
    [Fact] public void Conv2dEvenKernelStride2() => Golden.Check<Conv2dEvenKernelStride2>();
    [Fact] public void Conv2dDilation2() => Golden.Check<Conv2dDilation2>();
    [Fact] public void Conv2dDilation3() => Golden.Check<Conv2dDilation3>();
    [Fact] public void Conv2dDilation2Stride2() => Golden.Check<Conv2dDilation2Stride2>();
    [Fact] public void Conv2dDilationTwoByThree() => Golden.Check<Conv2dDilationTwoByThree>();
    [Fact] public void Conv2dGroups4() => Golden.Check<Conv2dGroups4>();
    [Fact] public void Conv2dGroups5() => Golden.Check<Conv2dGroups5>();
    [Fact] public void Conv2dGroups2Kernel5() => Golden.Check<Conv2dGroups2Kernel5>();
    [Fact] public void Conv2dDepthwise() => Golden.Check<Conv2dDepthwise>();
    [Fact] public void Conv2dDepthwiseStride2() => Golden.Check<Conv2dDepthwiseStride2>();
    [Fact] public void Conv2dDepthwiseKernel5() => Golden.Check<Conv2dDepthwiseKernel5>();
    [Fact] public void Conv2dDepthwiseMultiplier() => Golden.Check<Conv2dDepthwiseMultiplier>();
    [Fact] public void Conv2dAsymmetricPadding() => Golden.Check<Conv2dAsymmetricPadding>();
    [Fact] public void Conv2dPaddingBelowAndRight() => Golden.Check<Conv2dPaddingBelowAndRight>();
    [Fact] public void Conv2dPaddingTopOverGeneral() => Golden.Check<Conv2dPaddingTopOverGeneral>();
    [Fact] public void Conv2dCeil() => Golden.Check<Conv2dCeil>();
    [Fact] public void Conv2dCeilDilation2() => Golden.Check<Conv2dCeilDilation2>();
    [Fact] public void Conv2dCudaConvnet() => Golden.Check<Conv2dCudaConvnet>();
    [Fact] public void Conv2dNonSquare() => Golden.Check<Conv2dNonSquare>();
    [Fact] public void Conv2dOneBySeven() => Golden.Check<Conv2dOneBySeven>();
    [Fact] public void Conv2dSevenByOne() => Golden.Check<Conv2dSevenByOne>();
    [Fact] public void Conv2dPointwise() => Golden.Check<Conv2dPointwise>();
    [Fact] public void Conv2dPointwiseStride2() => Golden.Check<Conv2dPointwiseStride2>();
    [Fact] public void Conv2dPointwiseOneChannel() => Golden.Check<Conv2dPointwiseOneChannel>();
    [Fact] public void Conv2dNoBias() => Golden.Check<Conv2dNoBias>();
    [Fact] public void Conv2dOneInput() => Golden.Check<Conv2dOneInput>();
    [Fact] public void Conv2dOneOutput() => Golden.Check<Conv2dOneOutput>();
    [Fact] public void Conv2dThreeOutputs() => Golden.Check<Conv2dThreeOutputs>();
    [Fact] public void Conv2d17Outputs() => Golden.Check<Conv2d17Outputs>();
    [Fact] public void Conv2d33Outputs() => Golden.Check<Conv2d33Outputs>();
    [Fact] public void Conv2d64Inputs() => Golden.Check<Conv2d64Inputs>();
    [Fact] public void Conv2dSameUpper() => Golden.Check<Conv2dSameUpper>();
    [Fact] public void Conv2dSameLower() => Golden.Check<Conv2dSameLower>();
    [Fact] public void Conv2dSameUpperKernel3() => Golden.Check<Conv2dSameUpperKernel3>();
    [Fact] public void Conv2dSameLowerKernel2() => Golden.Check<Conv2dSameLowerKernel2>();
    [Fact] public void Conv2dKernelBeyondInput() => Golden.Check<Conv2dKernelBeyondInput>();
    [Fact] public void Conv2dKernel11Stride4() => Golden.Check<Conv2dKernel11Stride4>();
    [Fact] public void Conv2dStrideBeyondKernel() => Golden.Check<Conv2dStrideBeyondKernel>();
    [Fact] public void Conv2dWholeInput() => Golden.Check<Conv2dWholeInput>();
    [Fact] public void Conv2dOnePixel() => Golden.Check<Conv2dOnePixel>();

    [Fact] public void MaxPool2dKernel2() => Golden.Check<MaxPool2dKernel2>();
    [Fact] public void MaxPool2dOverlapping() => Golden.Check<MaxPool2dOverlapping>();
    [Fact] public void MaxPool2dStride1() => Golden.Check<MaxPool2dStride1>();
    [Fact] public void MaxPool2dRowsLost() => Golden.Check<MaxPool2dRowsLost>();
    [Fact] public void MaxPool2dCeil() => Golden.Check<MaxPool2dCeil>();
    [Fact] public void MaxPool2dPadding() => Golden.Check<MaxPool2dPadding>();
    [Fact] public void MaxPool2dCeilPadding() => Golden.Check<MaxPool2dCeilPadding>();
    [Fact] public void MaxPool2dCeilClipped() => Golden.Check<MaxPool2dCeilClipped>();
    [Fact] public void MaxPool2dCeilKernelBeyondInput() => Golden.Check<MaxPool2dCeilKernelBeyondInput>();
    [Fact] public void MaxPool2dDilation2() => Golden.Check<MaxPool2dDilation2>();
    [Fact] public void MaxPool2dDilation3Ceil() => Golden.Check<MaxPool2dDilation3Ceil>();
    [Fact] public void MaxPool2dNonSquare() => Golden.Check<MaxPool2dNonSquare>();
    [Fact] public void MaxPool2dStrideBeyondKernel() => Golden.Check<MaxPool2dStrideBeyondKernel>();
    [Fact] public void MaxPool2dAsymmetricPadding() => Golden.Check<MaxPool2dAsymmetricPadding>();
    [Fact] public void MaxPool2dWholeInput() => Golden.Check<MaxPool2dWholeInput>();
    [Fact] public void MaxPool2dSameUpper() => Golden.Check<MaxPool2dSameUpper>();
    [Fact] public void MaxPool2dSameLower() => Golden.Check<MaxPool2dSameLower>();
    [Fact] public void MaxPool2dOnnxCeil() => Golden.Check<MaxPool2dOnnxCeil>();
    [Fact] public void MaxPool2dCaffe() => Golden.Check<MaxPool2dCaffe>();
    [Fact] public void MaxPool2dCaffePadding() => Golden.Check<MaxPool2dCaffePadding>();
    [Fact] public void MaxPool2dCudaConvnet() => Golden.Check<MaxPool2dCudaConvnet>();

    [Fact] public void AvgPool2dKernel2() => Golden.Check<AvgPool2dKernel2>();
    [Fact] public void AvgPool2dPaddingCounted() => Golden.Check<AvgPool2dPaddingCounted>();
    [Fact] public void AvgPool2dPaddingNotCounted() => Golden.Check<AvgPool2dPaddingNotCounted>();
    [Fact] public void AvgPool2dStride1() => Golden.Check<AvgPool2dStride1>();
    [Fact] public void AvgPool2dStride3() => Golden.Check<AvgPool2dStride3>();
    [Fact] public void AvgPool2dRowsLost() => Golden.Check<AvgPool2dRowsLost>();
    [Fact] public void AvgPool2dCeil() => Golden.Check<AvgPool2dCeil>();
    [Fact] public void AvgPool2dCeilPadding() => Golden.Check<AvgPool2dCeilPadding>();
    [Fact] public void AvgPool2dCeilPaddingNotCounted() => Golden.Check<AvgPool2dCeilPaddingNotCounted>();
    [Fact] public void AvgPool2dNonSquare() => Golden.Check<AvgPool2dNonSquare>();
    [Fact] public void AvgPool2dAsymmetricPadding() => Golden.Check<AvgPool2dAsymmetricPadding>();
    [Fact] public void AvgPool2dAsymmetricPaddingNotCounted() => Golden.Check<AvgPool2dAsymmetricPaddingNotCounted>();
    [Fact] public void AvgPool2dWholeInput() => Golden.Check<AvgPool2dWholeInput>();
    [Fact] public void AvgPool2dSameUpper() => Golden.Check<AvgPool2dSameUpper>();
    [Fact] public void AvgPool2dSameUpperCounted() => Golden.Check<AvgPool2dSameUpperCounted>();
    [Fact] public void AvgPool2dSameLower() => Golden.Check<AvgPool2dSameLower>();
    [Fact] public void AvgPool2dOnnx() => Golden.Check<AvgPool2dOnnx>();
    [Fact] public void AvgPool2dCaffe() => Golden.Check<AvgPool2dCaffe>();
    [Fact] public void AvgPool2dCaffePadding() => Golden.Check<AvgPool2dCaffePadding>();

    [Fact] public void AdaptiveAvgPool2d7To3() => Golden.Check<AdaptiveAvgPool2d7To3>();
    [Fact] public void AdaptiveAvgPool2d3To5() => Golden.Check<AdaptiveAvgPool2d3To5>();
    [Fact] public void AdaptiveAvgPool2dToOne() => Golden.Check<AdaptiveAvgPool2dToOne>();
    [Fact] public void AdaptiveAvgPool2dIdentity() => Golden.Check<AdaptiveAvgPool2dIdentity>();
    [Fact] public void AdaptiveAvgPool2dNonSquare() => Golden.Check<AdaptiveAvgPool2dNonSquare>();
    [Fact] public void AdaptiveAvgPool2dUpAndDown() => Golden.Check<AdaptiveAvgPool2dUpAndDown>();

    [Fact] public void LocalResponseNormDefault() => Golden.Check<LocalResponseNormDefault>();
    [Fact] public void LocalResponseNormSize1() => Golden.Check<LocalResponseNormSize1>();
    [Fact] public void LocalResponseNormSize3() => Golden.Check<LocalResponseNormSize3>();
    [Fact] public void LocalResponseNormSize5() => Golden.Check<LocalResponseNormSize5>();
    [Fact] public void LocalResponseNormSize9() => Golden.Check<LocalResponseNormSize9>();
    [Fact] public void LocalResponseNormBetaHalf() => Golden.Check<LocalResponseNormBetaHalf>();
    [Fact] public void LocalResponseNormBetaOne() => Golden.Check<LocalResponseNormBetaOne>();
    [Fact] public void LocalResponseNormSizeBeyondChannels() => Golden.Check<LocalResponseNormSizeBeyondChannels>();
    [Fact] public void LocalResponseNormOneChannel() => Golden.Check<LocalResponseNormOneChannel>();
    [Fact] public void LocalResponseNormCaffe() => Golden.Check<LocalResponseNormCaffe>();
    [Fact] public void LocalResponseNormTensorFlow() => Golden.Check<LocalResponseNormTensorFlow>();

    [Fact] public void LinearOddSizes() => Golden.Check<LinearOddSizes>();
    [Fact] public void LinearNoBias() => Golden.Check<LinearNoBias>();
    [Fact] public void LinearOneInput() => Golden.Check<LinearOneInput>();
    [Fact] public void LinearOneOutput() => Golden.Check<LinearOneOutput>();
    [Fact] public void Linear300To65() => Golden.Check<Linear300To65>();
    [Fact] public void LinearAfterFlatten() => Golden.Check<LinearAfterFlatten>();

    [Fact] public void ReLUOfMap() => Golden.Check<ReLUOfMap>();
    [Fact] public void ReLUOfVector() => Golden.Check<ReLUOfVector>();
    [Fact] public void SoftmaxOfVector() => Golden.Check<SoftmaxOfVector>();
    [Fact] public void SoftmaxOverChannels() => Golden.Check<SoftmaxOverChannels>();
    [Fact] public void FlattenOfMap() => Golden.Check<FlattenOfMap>();
    [Fact] public void DropoutOfMap() => Golden.Check<DropoutOfMap>();

    [Fact] public void ConvolutionReLUPool() => Golden.Check<ConvolutionReLUPool>();
    [Fact] public void ConvolutionPoolReLU() => Golden.Check<ConvolutionPoolReLU>();
    [Fact] public void ConvolutionReLUNormPool() => Golden.Check<ConvolutionReLUNormPool>();
    [Fact] public void ConvolutionReLUAveragePool() => Golden.Check<ConvolutionReLUAveragePool>();
    [Fact] public void TwoConvolutionsOnOneLayer() => Golden.Check<TwoConvolutionsOnOneLayer>();
    [Fact] public void SeparableConvolution() => Golden.Check<SeparableConvolution>();
    [Fact] public void ThreeLinearLayers() => Golden.Check<ThreeLinearLayers>();
    [Fact] public void SmallConvolutionalNetwork() => Golden.Check<SmallConvolutionalNetwork>();

}
