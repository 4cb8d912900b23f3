namespace MedBot.Benchmarks.Segmentation;

/// <summary>What one run of one segmenter measured, on one thread; throughput in megabytes of UTF-8 a second of processor time, by the best pass.</summary>
/// <param name="Name">Which segmenter, and in what form it gives its tokens.</param>
/// <param name="Version">Its version and its runtime's.</param>
/// <param name="LoadMs">From start, in a process that has just begun, until the dictionary is loaded.</param>
/// <param name="FirstMs">From the same start until a first sentence is cut.</param>
/// <param name="Precise">Precise mode with the model of unknown words.</param>
/// <param name="Search">Search mode with the model of unknown words.</param>
/// <param name="MemoryMb">What the dictionary keeps allocated, where the runtime can tell.</param>
internal sealed record SpeedResult(string Name, string Version, double LoadMs, double FirstMs, double Precise, double Search, double? MemoryMb = null);
