using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Association;

/// <summary>One choice of a charter in words (章程条目).</summary>
/// <param name="Key">Its name in the interface: "entryLine".</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Text">What this charter says, one Chinese sentence.</param>
/// <param name="Certainty">"published" where the default has a printed source, "assumed" where it is ours, "chosen" where the village has another than the default.</param>
/// <param name="Source">Where it comes from, in Chinese.</param>
public sealed record CharterItem(string Key, string Name, string Text, string Certainty, string Source);

/// <summary>A charter in everyday Chinese (章程条文).</summary>
public static class CharterWords
{
    const string Chosen = "和系统建议的默认值不一样，是本村自己定的";
    const string Own = "没有公开依据，是系统建议的默认值，由村民会议决定";
    const string Jiangyin = "江阴市村级医疗互助的公开做法（许忠新等，2017）";
    const string Organic = "凭对《村民委员会组织法》的记忆拟定，未核对原文，请村里按有效法律确认";

    /// <summary>All choices, in the order a charter is read.</summary>
    public static ImmutableArray<CharterItem> Items(Charter charter) =>
        [.. Written(charter).Zip(Written(Charter.Default), (item, usual) => item.Text == usual.Text ? item : item with { Certainty = "chosen", Source = Chosen })];

    /// <summary>The choices that another charter makes otherwise, with what was said before.</summary>
    public static ImmutableArray<(CharterItem Before, CharterItem After)> Changes(Charter before, Charter after) =>
        [.. Written(before).Zip(Written(after)).Where(pair => pair.First.Text != pair.Second.Text)];

    /// <summary>Which line and cap hold while a plan runs that was adopted with others than the charter has by now; null where the two agree.</summary>
    public static string? StillByPlan(Charter charter, string plan, DateOnly to, Fen line, Fen? cap)
    {
        var says = string.Join("，", new[]
        {
            line == charter.EntryLine ? null : $"起补线 {line.ToGroupedString()} 元",
            cap == charter.YearlyCap ? null : cap is { } most ? $"一个人一年最多 {most.ToGroupedString()} 元" : "一个人一年不设封顶",
        }.OfType<string>());
        return says.Length == 0 ? null : $"现在的方案 {plan} 管到{to.InWords()}，照它通过时定的：{says}。章程新定的数从下一个方案起用。";
    }

    static ImmutableArray<CharterItem> Written(Charter charter) =>
    [
        new("entryLine", "起补线", $"一次住院总费用满 {charter.EntryLine.ToGroupedString()} 元，才可以申请补助。", "published", Jiangyin),
        new("readmission", "同病重复住院", Words(charter.Readmission), "assumed", Own),
        new("exclusions", "不予补助的情形", charter.Exclusions.IsEmpty ? "没有另外规定不予补助的情形。" : $"下列情形不予补助：{string.Join("、", charter.Exclusions.Select(Words))}。", "assumed", Own),
        new("claimDays", "申请时限", $"出院后 {charter.ClaimDays} 天内申请，过期不再受理。", "assumed", Own),
        new("waitingDays", "等待期", charter.WaitingDays == 0 ? "入会没有等待期。" : $"入会 {charter.WaitingDays} 天以后出院的才补；新生儿和从别的村互助会转来的没有等待期。", "assumed", Own),
        new("yearlyCap", "个人年度封顶", charter.YearlyCap is { } cap ? $"一个人一年最多补助 {cap.ToGroupedString()} 元。" : "一个人一年的补助不设封顶。", "assumed", Own),
        new("lowMoney", "资金不足的处理", $"能动用的钱（账上的钱减去欠着没发的补助、服务费和定了别的用途的捐赠）不到全年资金（往年结余加今年收入）的 {charter.LowMoney.Below} 时，{Words(charter.LowMoney)}已经审核通过的不减。", "assumed", Own),
        new("feeShare", "平台服务费", charter.FeeShare.Value == 0 ? "不收平台服务费。" : $"平台服务费为实际补助金额的 {charter.FeeShare}。", "published", Jiangyin),
        new("rounding", "补助金额取整", Words(charter.Rounding), "assumed", Own),
        new("objectionDays", "公示期", charter.ObjectionDays == 0 ? "每笔补助都公示，不另外规定公示几天才发放。" : $"每笔补助发放前公示 {charter.ObjectionDays} 天，村民可以提出异议。", "assumed", Own),
        new("appealDays", "申诉期限", $"对不予补助不服的，自接到通知起 {charter.AppealDays} 天内可以申诉。", "assumed", Own),
        new("allowedRuin", "资金用完的可能性上限", $"制定方案时，全年资金提前用完的可能性不超过 {charter.AllowedRuin}。", "assumed", Own),
        new("balancesMayGoNegative", "账户能否透支", charter.BalancesMayGoNegative ? "账户可以短期透支，下一年补齐。" : "账户不透支，有多少钱办多少事。", "assumed", Own),
        new("noticeDays", "方案变更预告期", charter.NoticeDays == 0 ? "年度中间改变方案，公布以后出院的就可以按新方案补，不规定提前几天公布。" : $"年度中间改变方案，至少提前 {charter.NoticeDays} 天公布。", "assumed", Own),
        new("boardLeast", "公示合并人次", $"一年内补助不到 {charter.BoardLeast} 人次的疾病大类，公示时并入“其他疾病”。", "assumed", Own),
        new("quorum", "到会人数要求", $"应到会人员有{Words(charter.Quorum)}以上到会，会议才有效。", "assumed", Organic),
        new("majority", "通过票数要求", $"赞成票超过到会人员的{Words(charter.Majority)}，决议才通过。", "assumed", Organic),
        new("changeProcedure", "变更程序", charter.ChangeProcedure == ChangeProcedure.AllSteps ? "以后修改章程或方案，和成立时一样走完五步程序。" : "以后修改章程或方案，召开村民代表和村民小组长会议并形成决议即可。", "assumed", Own),
    ];

    /// <summary>An exclusion in Chinese.</summary>
    public static string Words(Exclusion exclusion) => exclusion switch
    {
        Exclusion.Traffic => "交通事故",
        Exclusion.WorkInjury => "工伤",
        Exclusion.ThirdParty => "应当由第三方负担",
        Exclusion.Cosmetic => "整形美容",
        Exclusion.CheckUp => "体检疗养",
        Exclusion.Crime => "打架斗殴、违法犯罪",
        Exclusion.SelfHarm => "自伤",
        Exclusion.Childbirth => "正常分娩",
        Exclusion.Abroad => "境外就医",
    };

    /// <summary>What happens when money runs low, in whole Chinese sentences.</summary>
    public static string Words(LowMoney rule) => rule switch
    {
        { Action: LowMoneyAction.Reduce, Share: { } share } => $"以后审核的补助都按 {share} 发，钱回到这条线以上再恢复全额。",
        { Action: LowMoneyAction.Reduce } => "以后审核的补助按比例发：能动用的钱是这条线的百分之几，就发百分之几（不到百分之一的舍去），钱回到这条线以上再恢复全额。",
        { Action: LowMoneyAction.Queue } => "以后的补助排队等钱：先收到、已核对的申请先留出钱来，留出以后还在这条线以下的，等钱回到线上再审核。",
        { Action: LowMoneyAction.Stop } => "以后的补助暂停审核，召开会议决定怎么办；会议改了这一条，或者钱回到这条线以上，再审核。",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>A share in Chinese: 三分之二, 半数.</summary>
    public static string Words(Fraction share) => share is { Of: 1, In: 2 } ? "半数" : $"{Numeral(share.In)}分之{Numeral(share.Of)}";

    static string Words(Readmission readmission) => readmission switch
    {
        { Days: 0 } => "每次住院分别计算。",
        { Merged: true } => $"同一种病出院后 {readmission.Days} 天内再住院的，合并算一次住院，只补助一次。",
        _ => $"同一种病出院后 {readmission.Days} 天内再住院的，每次分别计算，分别看起补线。",
    };

    static string Words(Money.Rounding rounding) => rounding switch
    {
        Money.Rounding.HalfUpFen => "补助金额四舍五入到分。",
        Money.Rounding.DownFen => "补助金额分以下舍去。",
        Money.Rounding.HalfUpYuan => "补助金额四舍五入到元。",
        Money.Rounding.DownYuan => "补助金额元以下舍去。",
    };

    static string Numeral(int number) => number is >= 1 and <= 10 ? "一二三四五六七八九十"[number - 1].ToString() : number.ToString();
}
