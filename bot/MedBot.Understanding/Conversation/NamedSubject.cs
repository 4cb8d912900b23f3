namespace MedBot.Understanding.Conversation;

/// <summary>How much the words of a message say what it is about.</summary>
internal enum NamedSubject
{
    /// <summary>Nothing: 要什么材料, 怎么申请.</summary>
    None,

    /// <summary>Only that something is paid back, which all questions about care share: 报几成.</summary>
    Reimbursement,

    /// <summary>Only that something is looked at: 在哪里看得到.</summary>
    LookUp,

    /// <summary>Only a person: 孩子的怎么弄.</summary>
    Person,

    /// <summary>Only that something is paid: 交多少.</summary>
    Payment,

    /// <summary>A subject of its own.</summary>
    Own,
}
