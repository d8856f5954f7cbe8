using System.Globalization;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Plans;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Fund;

/// <summary>How a village's fund stands in mid-year, for a person and for a chart.</summary>
internal static class FundEndpoint
{
    public static IServiceCollection AddFund(this IServiceCollection services) => services.AddSingleton<IFundMovements, LedgerMovements>();

    public static void MapFund(this IEndpointRouteBuilder app) => app.MapGet("/api/villages/{village}/fund", GetAsync).Allow(Role.Officer, Role.Checker);

    /// <summary>As of today, or of the day ?on= says.</summary>
    static async Task<IResult> GetAsync(string village, HttpContext http, VillageStore villages, VillageDesk desk, IFundMovements movements, IHeadcounts headcounts, IClaimHistory history, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is not { } known)
            return VillageEndpoints.Unknown();
        var on = desk.Today;
        if (http.Request.Query["on"] is [{ Length: > 0 } asked] && !DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out on))
            throw new ProblemException(Problem.BadRequest("date-malformed", "on 要写成 年-月-日，例如 2026-10-31。", "on"));
        if (known.VersionOn(on) is not { } version)
            return Problem.NotFound("plan-unknown", $"{on.InWords()}没有在执行的方案。");
        // A re-budget in mid-year goes on with the year's money: the year began with its first plan.
        var plan = version.Plan.Over(village, DiseaseCatalogue.Default.Entries);
        var begun = known.Plans.Where(other => !other.Replaced && other.Plan.From.Year == plan.From.Year && other.Plan.From <= plan.From).Min(other => other.Plan.From);
        var roster = await headcounts.OfAsync(village, on, stop);
        var corrections = await Corrections(known, roster, history, desk.Today, stop);
        var (carried, moved) = await movements.OfAsync(village, begun, stop);
        var forecast = roster.Count == 0 ? null : PlanMaker.Generator.Forecast(roster, plan, corrections.Minor, corrections.Serious);
        // How often operations are done no statistics say: as often as the village's own claims do.
        var operated = forecast is null || plan.Operations.IsEmpty ? null : await history.OperatedAsync(known, plan, desk.Today, stop);
        if (operated is not null)
            forecast = forecast!.With(operated);
        var health = FundHealth.Of(plan with { From = begun }, known.Charter, on, carried, moved, forecast);
        return JsonText.Answer(writer => Write(writer, known, version, health, forecast is null || plan.Operations.IsEmpty ? null : Operated(operated)));
    }

    static async Task<(BasisPoints Minor, BasisPoints Serious)> Corrections(Village village, IReadOnlyList<Headcount> roster, IClaimHistory history, DateOnly today, CancellationToken stop) =>
        roster.Count > 0 && await history.OfAsync(village, today, stop) is { } counted
            ? PlanMaker.Corrections(counted, PlanMaker.Expected(roster, village.Charter))
            : (BasisPoints.Whole, BasisPoints.Whole);

    static void Write(Utf8JsonWriter writer, Village village, PlanVersion version, FundHealth health, string? operated)
    {
        writer.WriteStartObject();
        writer.WriteString("on", Day(health.On));
        writer.WriteString("plan", version.Plan.Version);
        writer.WriteString("from", Day(health.From));
        writer.WriteString("to", Day(health.To));
        writer.WriteString("money", health.Money.ToString());
        writer.WriteString("aid", health.Aid.ToString());
        writer.WriteString("fee", health.Fee.ToString());
        writer.WriteString("left", health.Left.ToString());
        if (health.BurnPerMonth is { } burn)
            writer.WriteString("burnPerMonth", burn.ToString());
        if (health.TenthMonthsLeft is { } months)
            writer.WriteString("monthsLeft", $"{months / 10}.{months % 10}");
        if (health.Ruin is { } ruin)
            writer.WriteString("ruin", ruin.ToString());
        writer.WriteString("allowedRuin", village.Charter.AllowedRuin.ToString());
        writer.WriteBoolean("low", health.IsLow);
        PlanJson.Strings(writer, "advice", [.. Advice(village, health), .. operated is null ? Array.Empty<string>() : [operated]]);
        WriteRebudget(writer, village, health);
        WriteChart(writer, health);
        writer.WriteEndObject();
    }

    static IEnumerable<string> Advice(Village village, FundHealth health)
    {
        yield return $"到 {health.On.Month} 月 {health.On.Day} 日，全年资金 {health.Money.ToGroupedString()} 元，已经补助 {health.Aid.ToGroupedString()} 元，还剩 {health.Left.ToGroupedString()} 元。";
        if (health.Ruin is null)
            yield return "还没有登记会员，没法预测后面几个月。";
        else if (health.Ruin.Value.Millionths > village.Charter.AllowedRuin.Value * 100)
            yield return $"剩下的钱在 {health.To.Month} 月 {health.To.Day} 日前用完的可能性约为 {health.Ruin}，超过章程允许的 {village.Charter.AllowedRuin}。建议重新测算方案，或者增加筹资。";
        if (health.IsLow)
            yield return $"资金已经低于章程规定的 {village.Charter.LowMoney.Below}：{CharterWords.Words(village.Charter.LowMoney)}";
    }

    /// <summary>What the forecast knows of aids by operation.</summary>
    static string Operated(OperatedStays? counted) =>
        counted is null ? "这个方案还按手术补。已经办的申请不到三个月，多久做一次手术还不知道，预测里没有计入这一块，实际支出会不一样，请留足余地。"
        : $"这个方案还按手术补。预测照最近 {counted.Months} 个月的实际计入：有 {counted.Stays.Count} 次住院按手术补，和按病种补一共差 {(counted.Stays.Aggregate(Fen.Zero, (sum, stay) => sum + stay.ByOperation - stay.ByDisease)).ToGroupedString()} 元。";

    /// <summary>What a request for a new plan over the rest of the period would say.</summary>
    static void WriteRebudget(Utf8JsonWriter writer, Village village, FundHealth health)
    {
        var soonest = health.On.AddDays(village.Charter.NoticeDays);
        var from = soonest.Day == 1 ? soonest : new DateOnly(soonest.Year, soonest.Month, 1).AddMonths(1);
        if (from >= health.To || health.Left <= Fen.Zero)
            return;
        writer.WriteStartObject("rebudget");
        writer.WriteString("from", Day(from));
        writer.WriteString("to", Day(health.To));
        writer.WriteString("budget", health.Left.ToString());
        writer.WriteString("notice", $"新方案最早从{from.InWords()}开始{(village.Charter.NoticeDays == 0 ? "" : $"，要提前 {village.Charter.NoticeDays} 天公布")}；到那天为止还会有补助，预算请留出来。");
        writer.WriteEndObject();
    }

    static void WriteChart(Utf8JsonWriter writer, FundHealth health)
    {
        writer.WriteStartObject("chart");
        writer.WriteString("title", "今年补助累计和预测");
        writer.WriteString("xLabel", "月末");
        writer.WriteString("yLabel", "累计补助（元）");
        writer.WriteStartArray("months");
        foreach (var month in health.Months)
        {
            writer.WriteStartObject();
            writer.WriteString("end", Day(month.End));
            foreach (var (name, amount) in new[] { ("aid", month.Aid), ("expected", month.Expected), ("low", month.Low), ("middle", month.Middle), ("high", month.High) })
            {
                if (amount is { } known)
                    writer.WriteString(name, known.ToString());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");
}
