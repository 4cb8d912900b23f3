namespace MedBot.Search.Analysis;

/// <summary>Kinds of words that say little about what is asked. Which of them a query drops depends on the collection.</summary>
[Flags]
public enum StopWordKinds
{
    None = 0,

    /// <summary>Particles, pronouns and joining words: 的, 了, 和.</summary>
    Function = 1,

    /// <summary>Words that only mark a question: 什么, 怎么, 哪些.</summary>
    Question = 2,

    /// <summary>Words of politeness and address: 请问, 你好, 谢谢.</summary>
    Courtesy = 4,

    All = Function | Question | Courtesy,
}
