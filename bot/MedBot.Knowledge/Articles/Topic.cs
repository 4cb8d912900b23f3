namespace MedBot.Knowledge.Articles;

/// <summary>What an article answers. The names are those of the intents that are ours.</summary>
public enum Topic
{
    Deadline,
    Premium,
    PayChannel,
    PaySteps,
    PaymentRecord,
    InpatientRatio,
    OutpatientRatio,
    ChronicSpecial,
    SeriousIllness,
    Maternity,
    Newborn,
    LateOrLapse,
    StudentChild,
    LowIncomeAid,
    ResidentVsEmployee,
    TransferPlace,
    RemoteCare,
    CardOrEcert,
    Contact,
    DocumentOrCode,
    CoverageScope,
    Calculate,
}
