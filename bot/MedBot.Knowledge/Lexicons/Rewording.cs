namespace MedBot.Knowledge.Lexicons;

/// <summary>One way of saying a thing, and what it is called in the rest of the lexicon.</summary>
/// <param name="Said">What residents type: 新农合.</param>
/// <param name="Meant">What is understood: 居民医保.</param>
public sealed record Rewording(string Said, string Meant);
