namespace MedBot.Search.Analysis;

/// <summary>Why a word says little about what is asked. How much each kind still counts depends on the collection.</summary>
internal enum StopWordKind
{
    /// <summary>An ordinary word.</summary>
    None,

    /// <summary>Particles, pronouns and joining words: 的, 了, 和.</summary>
    Function,

    /// <summary>Words that only mark a question: 什么, 怎么, 吗.</summary>
    Question,

    /// <summary>Words of politeness and address: 请问, 你好, 谢谢. Never counted.</summary>
    Courtesy,
}
