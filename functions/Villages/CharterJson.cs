using System.Collections.Frozen;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Villages;

/// <summary>A charter (章程) as it is stored and as the interface shows it. What a body does not say stays as it was.</summary>
internal static class CharterJson
{
    static readonly FrozenDictionary<string, Exclusion> Exclusions = new Dictionary<string, Exclusion>
    {
        ["traffic"] = Exclusion.Traffic,
        ["work-injury"] = Exclusion.WorkInjury,
        ["third-party"] = Exclusion.ThirdParty,
        ["cosmetic"] = Exclusion.Cosmetic,
        ["check-up"] = Exclusion.CheckUp,
        ["crime"] = Exclusion.Crime,
        ["self-harm"] = Exclusion.SelfHarm,
        ["childbirth"] = Exclusion.Childbirth,
        ["abroad"] = Exclusion.Abroad,
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, LowMoneyAction> Actions =
        new Dictionary<string, LowMoneyAction> { ["reduce"] = LowMoneyAction.Reduce, ["queue"] = LowMoneyAction.Queue, ["stop"] = LowMoneyAction.Stop }.ToFrozenDictionary();

    static readonly FrozenDictionary<string, Rounding> Roundings = Enum.GetValues<Rounding>().ToFrozenDictionary(rounding => rounding.Name());

    static readonly FrozenDictionary<string, ChangeProcedure> Procedures =
        new Dictionary<string, ChangeProcedure> { ["all-steps"] = ChangeProcedure.AllSteps, ["assembly-only"] = ChangeProcedure.AssemblyOnly }.ToFrozenDictionary();

    public static Charter Read(JsonInput body, Charter before) => new()
    {
        EntryLine = body.OptionalAmount("entryLine") ?? before.EntryLine,
        Readmission = !body.Has("readmission") ? before.Readmission
            : new Readmission(body.Object("readmission").Number("days", 0, 365), body.Object("readmission").OptionalFlag("merged") ?? true),
        Exclusions = body.Has("exclusions") ? [.. ReadExclusions(body).Distinct().Order()] : before.Exclusions,
        ClaimDays = body.OptionalNumber("claimDays", 1, 3650) ?? before.ClaimDays,
        WaitingDays = body.OptionalNumber("waitingDays", 0, 365) ?? before.WaitingDays,
        YearlyCap = IsNull(body, "yearlyCap") ? null : body.OptionalAmount("yearlyCap") ?? before.YearlyCap,
        LowMoney = !body.Has("lowMoney") ? before.LowMoney
            : ReadLowMoney(body.Object("lowMoney"), before.LowMoney),
        FeeShare = body.OptionalShare("feeShare", 20) ?? before.FeeShare,
        Rounding = body.OptionalWord("rounding", Roundings) ?? before.Rounding,
        ObjectionDays = body.OptionalNumber("objectionDays", 0, 90) ?? before.ObjectionDays,
        AppealDays = body.OptionalNumber("appealDays", 1, 365) ?? before.AppealDays,
        AllowedRuin = body.OptionalShare("allowedRuin", 50) ?? before.AllowedRuin,
        BalancesMayGoNegative = body.OptionalFlag("balancesMayGoNegative") ?? before.BalancesMayGoNegative,
        NoticeDays = body.OptionalNumber("noticeDays", 0, 90) ?? before.NoticeDays,
        BoardLeast = body.OptionalNumber("boardLeast", 1, 20) ?? before.BoardLeast,
        Quorum = Share(body, "quorum") ?? before.Quorum,
        Majority = Share(body, "majority") ?? before.Majority,
        ChangeProcedure = body.OptionalWord("changeProcedure", Procedures) ?? before.ChangeProcedure,
    };

    public static void Write(Utf8JsonWriter writer, Charter charter)
    {
        writer.WriteStartObject();
        writer.WriteString("entryLine", charter.EntryLine.ToString());
        writer.WriteStartObject("readmission");
        writer.WriteNumber("days", charter.Readmission.Days);
        writer.WriteBoolean("merged", charter.Readmission.Merged);
        writer.WriteEndObject();
        writer.WriteStartArray("exclusions");
        foreach (var exclusion in charter.Exclusions)
            writer.WriteStringValue(Name(Exclusions, exclusion));
        writer.WriteEndArray();
        writer.WriteNumber("claimDays", charter.ClaimDays);
        writer.WriteNumber("waitingDays", charter.WaitingDays);
        if (charter.YearlyCap is { } cap)
            writer.WriteString("yearlyCap", cap.ToString());
        else
            writer.WriteNull("yearlyCap");
        writer.WriteStartObject("lowMoney");
        writer.WriteString("action", Name(Actions, charter.LowMoney.Action));
        writer.WriteString("below", charter.LowMoney.Below.ToString());
        if (charter.LowMoney.Share is { } share)
            writer.WriteString("share", share.ToString());
        writer.WriteEndObject();
        writer.WriteString("feeShare", charter.FeeShare.ToString());
        writer.WriteString("rounding", charter.Rounding.Name());
        writer.WriteNumber("objectionDays", charter.ObjectionDays);
        writer.WriteNumber("appealDays", charter.AppealDays);
        writer.WriteString("allowedRuin", charter.AllowedRuin.ToString());
        writer.WriteBoolean("balancesMayGoNegative", charter.BalancesMayGoNegative);
        writer.WriteNumber("noticeDays", charter.NoticeDays);
        writer.WriteNumber("boardLeast", charter.BoardLeast);
        writer.WriteString("quorum", charter.Quorum.ToString());
        writer.WriteString("majority", charter.Majority.ToString());
        writer.WriteString("changeProcedure", Name(Procedures, charter.ChangeProcedure));
        writer.WriteEndObject();
    }

    /// <summary>One spelling of the charter, to tell whether two are the same.</summary>
    public static byte[] Utf8(Charter charter) => JsonText.Utf8(writer => Write(writer, charter));

    /// <summary>Another action than before brings its own share, or none.</summary>
    static LowMoney ReadLowMoney(JsonInput body, LowMoney before)
    {
        var action = body.OptionalWord("action", Actions) ?? before.Action;
        var share = body.OptionalShare("share") ?? (IsNull(body, "share") || action != before.Action ? null : before.Share);
        if (share is not null && action != LowMoneyAction.Reduce)
            throw body.Fault("share", "share-needless", "只有按比例减少（reduce）才能写比例，请去掉，或者改成按比例减少");
        if (share is { Value: 0 })
            throw body.Fault("share", "share-out-of-range", "比例要大于 0%；一分不补请写暂停（stop）");
        return new LowMoney(action, body.OptionalShare("below") ?? before.Below) { Share = share };
    }

    static IEnumerable<Exclusion> ReadExclusions(JsonInput body)
    {
        var list = body.Element.GetProperty("exclusions");
        if (list.ValueKind != JsonValueKind.Array)
            throw body.Fault("exclusions", "list-expected", "这里要填一个列表，用 [ ] 括起来");
        foreach (var item in list.EnumerateArray())
        {
            yield return item.ValueKind == JsonValueKind.String && Exclusions.TryGetValue(item.GetString()!, out var exclusion)
                ? exclusion
                : throw body.Fault("exclusions", "word-unknown", $"只能填：{string.Join("、", Exclusions.Keys.Order(StringComparer.Ordinal))}");
        }
    }

    static Fraction? Share(JsonInput body, string name)
    {
        if (body.OptionalText(name, 10) is not { } text)
            return null;
        return text.Split('/') is [var of, var whole] && int.TryParse(of, out var part) && int.TryParse(whole, out var all) && part >= 1 && part <= all && all <= 100
            ? new Fraction(part, all)
            : throw body.Fault(name, "fraction-malformed", "要写成分数，例如 \"2/3\"");
    }

    static bool IsNull(JsonInput body, string name) => body.Element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Null;

    static string Name<T>(IReadOnlyDictionary<string, T> words, T word) => words.First(entry => EqualityComparer<T>.Default.Equals(entry.Value, word)).Key;
}
