// An AlexNet's weights take 244 MB, so no two are in memory at once.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
