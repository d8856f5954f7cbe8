using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>A sum that a paper's amounts must satisfy (勾稽关系): the first field equals the sum of the others.</summary>
/// <param name="Code">Variants of one identity share it: one of them holding is enough.</param>
/// <param name="Parts">Must all be on the paper.</param>
/// <param name="Optional">Count as nothing where the paper does not print them.</param>
/// <param name="Sentence">For a person, when it fails.</param>
sealed record Identity(string Code, string Whole, string[] Parts, string[] Optional, string Sentence)
{
    /// <summary>Sum of the item amounts of this paper.</summary>
    public const string Items = "items";

    /// <summary>Subtotal of one page of several.</summary>
    public const string PageTotal = "pageTotal";

    /// <summary>Paid from the account of somebody of the family (共济支付), where a paper says so beside the patient's own.</summary>
    public const string FamilyAccount = "familyAccount";

    private static readonly string[] Funds = [CriticalPaid, AssistancePaid, SupplementPaid];

    private static readonly Identity[] Printed =
    [
        new("capital-equals-figures", TotalInWords, [Total], [], "大写金额和小写金额不一样，请对着原件核对。"),
        new("borne-capital-equals-figures", Fields.FieldFinder.BorneInWords, [Borne], [], "个人负担的大写金额和小写金额不一样，请对着原件核对。"),
        new("items-equal-total", Total, [Items], [], "各项费用加起来和总金额对不上，请核对有没有缺页或看错的数字。"),
        new("items-equal-page-total", PageTotal, [Items], [], "这一页各项费用加起来和本页小计对不上，请核对。"),
        new("payments-equal-total", Total, [BasicPaid, OtherPaid, CashPaid], [AccountPaid], "各方支付的钱加起来和总金额对不上，请核对。"),
        new("payments-equal-total", Total, [BasicPaid, CashPaid], [AccountPaid, .. Funds], "各方支付的钱加起来和总金额对不上，请核对。"),
        new("payments-equal-total", Total, [BasicPaid, OtherPaid, CashPaid], [AccountPaid, .. Funds], "各方支付的钱加起来和总金额对不上，请核对。"),
        new("fund-parts-equal-sum", FundPaid, [BasicPaid], Funds, "各项医保基金支付加起来和基金支付合计对不上，请核对。"),
        new("fund-parts-equal-sum", FundPaid, [BasicPaid, OtherPaid], [], "各项医保基金支付加起来和基金支付合计对不上，请核对。"),
        new("fund-parts-equal-sum", FundPaid, [BasicPaid, OtherPaid], Funds, "各项医保基金支付加起来和基金支付合计对不上，请核对。"),
        new("fund-and-borne-equal-total", Total, [FundPaid, Borne], [], "基金支付和个人负担加起来和总金额对不上，请核对。"),
        new("fund-and-own-equal-total", Total, [FundPaid, CashPaid], [AccountPaid], "基金支付和个人支付加起来和总金额对不上，请核对。"),
        new("fund-and-borne-equal-total", Total, [BasicPaid, Borne], Funds, "基金支付和个人负担加起来和总金额对不上，请核对。"),
        new("fund-and-borne-equal-total", Total, [BasicPaid, OtherPaid, Borne], Funds, "基金支付和个人负担加起来和总金额对不上，请核对。"),
        new("own-parts-equal-borne", Borne, [SelfPayInScope, SelfPayFirst, SelfFunded], [OverLimit], "自付一、自付二、自费加起来和个人支付对不上，请核对。"),
        new("fund-and-own-parts-equal-total", Total, [FundPaid, SelfPayInScope, SelfPayFirst, SelfFunded], [OverLimit], "基金支付加自付、自费和总金额对不上，请核对。"),
        new("own-money-equals-borne", Borne, [CashPaid], [AccountPaid], "个人账户和现金加起来和个人负担对不上，请核对。"),
        new("own-money-equals-own-share", SelfPay, [CashPaid], [AccountPaid], "个人自付、自费和个人账户、现金支付对不上，请核对。"),
        new("own-share-equals-rest", Total, [BasicPaid, OtherPaid, SelfPay, SelfFunded], [], "个人自付加自费，和总金额减去报销的钱对不上，请核对。"),
        new("own-share-equals-rest", Total, [BasicPaid, SelfPay, SelfFunded], Funds, "个人自付加自费，和总金额减去报销的钱对不上，请核对。"),
        new("own-share-equals-rest", Total, [BasicPaid, OtherPaid, SelfPay, SelfFunded], Funds, "个人自付加自费，和总金额减去报销的钱对不上，请核对。") { OnlyConfirms = true },
        new("scope-parts-equal-total", Total, [InScope, SelfFunded], [SelfPayFirst, OverLimit], "政策范围内、自费、先行自付加起来和总金额对不上，请核对。"),
        // Where 自付二 is a part of what is in scope.
        new("scope-parts-equal-total", Total, [InScope, SelfFunded], [OverLimit], "政策范围内、自费、先行自付加起来和总金额对不上，请核对。") { Beyond = [SelfPayInScope, SelfPayFirst] },
        new("deposit-equals-cash", CashPaid, [Prepaid], [ToppedUp], "预缴、补缴、退费和现金支付对不上，请核对。"),
    ];

    /// <summary>All sums; those with the patient's account also with the family's beside it, which some papers count into the patient's.</summary>
    public static readonly IReadOnlyList<Identity> All = [.. Printed, .. Printed.Where(i => i.Optional.Contains(AccountPaid)).Select(i => i with { Parts = [.. i.Parts, FamilyAccount], OnlyConfirms = true })];

    /// <summary>Must be on the paper though they are no part of the sum.</summary>
    public string[] Beyond { get; init; } = [];

    /// <summary>Proves what was read, and works out nothing that was not: 其他支付 may hold the funds named beside it.</summary>
    public bool OnlyConfirms { get; init; }

    /// <summary>Whether an amount that was not read may follow from it: not from one that leaves out money of the family's account.</summary>
    public bool Derives(IReadOnlyDictionary<string, Fen> amounts) => !OnlyConfirms && !(Optional.Contains(AccountPaid) && amounts.TryGetValue(FamilyAccount, out var family) && family != Fen.Zero);

    /// <summary>Whole minus parts, null where something it needs is not on the paper.</summary>
    public Fen? Difference(IReadOnlyDictionary<string, Fen> amounts)
    {
        if (!amounts.TryGetValue(Whole, out var whole) || !Parts.Concat(Beyond).All(amounts.ContainsKey))
            return null;
        var sum = Parts.Concat(Optional).Where(amounts.ContainsKey).Aggregate(Fen.Zero, (a, f) => a + amounts[f]);
        return whole + Beside.Aggregate(Fen.Zero, (a, f) => a + amounts.GetValueOrDefault(f)) - sum;
    }

    /// <summary>Every field it speaks of.</summary>
    public IEnumerable<string> Terms => [Whole, .. Beside, .. Parts, .. Optional];

    /// <summary>What papers that print the rest of the sum often do not print.</summary>
    public string[] Omissible => Code switch
    {
        "own-money-equals-own-share" => [SelfFunded],
        "deposit-equals-cash" => [Refunded, ToppedUp],
        "scope-parts-equal-total" => [SelfPayFirst, OverLimit],
        _ => [],
    };

    private string[] Beside => Code switch
    {
        "own-money-equals-own-share" => [SelfFunded],
        "deposit-equals-cash" => [Refunded],
        _ => [],
    };
}
