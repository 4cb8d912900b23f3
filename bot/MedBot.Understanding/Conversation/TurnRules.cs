namespace MedBot.Understanding.Conversation;

/// <summary>What a message does in its conversation, by what it says now, what was answered before and what the bot asked for.</summary>
/// <param name="AsksByItself">True when its words ask something without what was asked before.</param>
/// <param name="TakesBack">True when its words take something back that was said.</param>
/// <param name="StatesFacts">True when it names a place, a sum, a person …</param>
/// <param name="GoesOn">True when it only tells more, or asks the same of other words: 村会计收的, 猫抓的呢.</param>
/// <param name="AnswersAsked">True when one of its facts is what the bot asked for.</param>
/// <param name="TurnsToInsurance">True when it names the insurance and nothing else: 那医保呢.</param>
/// <param name="HasAnswered">True when something was answered before.</param>
/// <param name="HasThread">True when that was a question of ours, which can go on.</param>
internal readonly record struct TurnRules(bool AsksByItself, bool TakesBack, bool StatesFacts, bool GoesOn, bool AnswersAsked, bool TurnsToInsurance, bool HasAnswered, bool HasThread)
{
    /// <summary>The rules, the first that fits.</summary>
    public SpeechAct Act => this switch
    {
        { AnswersAsked: true, AsksByItself: false } => SpeechAct.FillIn,
        { TakesBack: true } => SpeechAct.Correct,
        { AsksByItself: true } => SpeechAct.Ask,
        { TurnsToInsurance: true, HasAnswered: true } => SpeechAct.Vary,
        { StatesFacts: true, HasThread: true } or { GoesOn: true, HasThread: true } => SpeechAct.Vary,
        _ => SpeechAct.Ask,
    };
}
