namespace MedBot.Benchmarks.Load;

/// <summary>What is sent.</summary>
/// <param name="Conversations">Residents at the same time.</param>
/// <param name="Messages">Messages that each sends, one after the other.</param>
/// <param name="Rate">Messages a second of all together, on a timetable that does not wait for answers; 0 to send each as soon as the one before is answered.</param>
/// <param name="WarmUp">Messages of each that are sent before the measure begins.</param>
internal sealed record LoadPlan(int Conversations, int Messages, int Rate, int WarmUp);
