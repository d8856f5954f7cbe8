namespace Shouwang.Bot.Understanding;

/// <summary>What a person wants with a message (意图).</summary>
internal enum Intent
{
    /// <summary>Not understood.</summary>
    Unknown,

    /// <summary>你好.</summary>
    Greet,

    /// <summary>谢谢, 再见.</summary>
    Thanks,

    /// <summary>菜单.</summary>
    Menu,

    /// <summary>返回.</summary>
    Back,

    /// <summary>听不清, 再说一遍.</summary>
    Repeat,

    /// <summary>对, 好.</summary>
    Yes,

    /// <summary>不对, 不是.</summary>
    No,

    /// <summary>人工.</summary>
    Human,

    /// <summary>停止.</summary>
    Stop,

    /// <summary>删除我的资料.</summary>
    Delete,

    /// <summary>同意 (to the papers being read).</summary>
    Consent,

    /// <summary>不同意.</summary>
    Refuse,

    /// <summary>撤回同意.</summary>
    WithdrawConsent,

    /// <summary>交资料, 报补助.</summary>
    SubmitPapers,

    /// <summary>要哪些纸.</summary>
    WhichPapers,

    /// <summary>读错了.</summary>
    Correct,

    /// <summary>到哪一步了.</summary>
    Progress,

    /// <summary>为什么是这个数.</summary>
    Why,

    /// <summary>这个病能补多少.</summary>
    HowMuch,

    /// <summary>村里的补助规矩.</summary>
    Rules,

    /// <summary>医保的起付线、报销比例、封顶线.</summary>
    Insurance,

    /// <summary>多久之内要交、要办完.</summary>
    Deadline,

    /// <summary>什么时候、在哪里发钱.</summary>
    Payment,

    /// <summary>换银行卡.</summary>
    BankCard,

    /// <summary>替别人办.</summary>
    ForOther,

    /// <summary>不服结果.</summary>
    Objection,

    /// <summary>有人要手续费、验证码.</summary>
    Fraud,

    /// <summary>看病吃药的事.</summary>
    MedicalAdvice,

    /// <summary>不归我管的事.</summary>
    OutOfScope,
}
