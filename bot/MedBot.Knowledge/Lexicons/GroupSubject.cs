namespace MedBot.Knowledge.Lexicons;

/// <summary>How much a word of a group says what a question is about. The names in snake_case are keys of concepts.yaml; in order of weight.</summary>
public enum GroupSubject
{
    /// <summary>Nothing: 要什么材料, 怎么申请.</summary>
    General,

    /// <summary>Only that things are compared: 这两个哪个便宜.</summary>
    Comparison,

    /// <summary>Only that something is paid back, which all questions about care share: 报几成.</summary>
    Reimbursement,

    /// <summary>Only from or up to which sum something is paid back, which is told of a sort of care and not of one bill: 起付线多少.</summary>
    Threshold,

    /// <summary>Only that something takes effect or has consequences: 多久能用.</summary>
    Effect,

    /// <summary>Only that something is looked at: 在哪里看得到.</summary>
    LookUp,

    /// <summary>Only a person: 孩子的怎么弄.</summary>
    Person,

    /// <summary>Only that something is paid: 交多少.</summary>
    Payment,

    /// <summary>A subject of its own; every group that has no other role.</summary>
    Own,
}
