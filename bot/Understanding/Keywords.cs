namespace Shouwang.Bot.Understanding;

/// <summary>Words that point to an intent wherever they stand (关键词).</summary>
internal static class Keywords
{
    private static readonly (string Word, Intent Intent)[] Words =
    [
        ("删除", Intent.Delete),
        ("删掉", Intent.Delete),
        ("撤回", Intent.WithdrawConsent),
        ("人工", Intent.Human),
        ("进度", Intent.Progress),
        ("为什么", Intent.Why),
        ("为啥", Intent.Why),
        ("验证码", Intent.Fraud),
        ("手续费", Intent.Fraud),
        ("银行卡", Intent.BankCard),
        ("发钱", Intent.Payment),
        ("到账", Intent.Payment),
        ("补多少", Intent.HowMuch),
        ("报多少", Intent.HowMuch),
    ];

    public static Intent Find(string text) => Array.Find(Words, w => text.Contains(w.Word, StringComparison.Ordinal)).Intent;
}
