namespace MedBot.Plugins.Responsibility;

/// <summary>What somebody needs an office for.</summary>
internal enum Matter
{
    /// <summary>Nothing in particular was said.</summary>
    Any,

    /// <summary>Cover, reimbursement, filing: 医保局.</summary>
    Insurance,

    /// <summary>What was paid, or paid twice, or is to be paid back: 税务.</summary>
    Payment,

    /// <summary>The card as a thing: 人社.</summary>
    Card,

    /// <summary>Deposits, bills and papers of a stay: the hospital's own window.</summary>
    Hospital,
}
