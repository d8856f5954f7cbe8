using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>What a caller wants a plan for (测算要求).</summary>
/// <param name="Roster">Null: the village's own members.</param>
/// <param name="BudgetPerHead">Null where a total is given.</param>
/// <param name="Emphasis">Null: as the statistics say.</param>
/// <param name="Counted">Aids of minor and of serious illness and the months they were counted over; null: the village's own claims.</param>
internal sealed record PlanRequest(
    IReadOnlyList<Headcount>? Roster, Fen? BudgetPerHead, Fen? Budget, Fen CarriedOver, BasisPoints? Emphasis, string? Version, DateOnly From, DateOnly To, Counted? Counted)
{
    /// <summary>Sums by operation as the village wants them; nothing is worked out for them.</summary>
    public OperationSums Operations { get; init; } = OperationSums.None;

    /// <summary>Sums the village sets itself.</summary>
    public OwnSums Own { get; init; } = OwnSums.None;

    const int MostPerHead = 10_000;
    static readonly Fen MostMoney = Fen.FromYuan(10_000_000_000);

    /// <param name="defaultFrom">The period's beginning where the body has none.</param>
    public static PlanRequest Read(JsonInput body, DateOnly defaultFrom)
    {
        var (perHead, total) = (body.OptionalAmount("budgetPerHead"), body.OptionalAmount("budget"));
        if (perHead is null == total is null)
            throw body.Fault("budgetPerHead", "budget-missing", "每人预算（budgetPerHead）和总预算（budget）要填一个，只填一个");
        if (perHead == Fen.Zero || total == Fen.Zero)
            throw body.Fault(perHead is null ? "budget" : "budgetPerHead", "budget-zero", "预算是 0 元，没有钱可以补助。请填预算，例如 \"120.00\"");
        if (perHead > Fen.FromYuan(MostPerHead))
            throw body.Fault("budgetPerHead", "budget-absurd", $"每人预算超过 {MostPerHead} 元，请核对是不是多写了零");
        var from = body.OptionalDate("from") ?? defaultFrom;
        var to = body.OptionalDate("to") ?? new DateOnly(from.Year, 12, 31);
        if (to < from)
            throw body.Fault("to", "dates-reversed", "结束日期早于开始日期，请核对");
        if (to.DayNumber - from.DayNumber > 366)
            throw body.Fault("to", "plan-too-long", "一个方案最多管一年，请分年测算");
        return new PlanRequest(
            body.Has("roster") ? RosterInput.Read(body) : null, perHead, total, body.OptionalAmount("carriedOver") ?? Fen.Zero, ReadEmphasis(body), body.OptionalText("version", 40), from, to,
            body.Has("counted") ? Counted.Read(body.Object("counted")) : null)
        {
            Operations = PlanInput.ReadOperations(body),
            Own = ReadOwn(body),
        };
    }

    static OwnSums ReadOwn(JsonInput body)
    {
        var sums = Sums("sums");
        if (sums.Keys.FirstOrDefault(entry => DiseaseCatalogue.Default.Find(entry) is null) is { } unknown)
            throw body.Fault("sums", "disease-unknown", $"病种目录里没有 {(unknown.Length > 10 ? unknown[..10] : unknown)}，请改成目录里的代码");
        return new OwnSums(body.Has("rungs") ? Rungs() : null, sums);

        Ladder Rungs()
        {
            var rungs = Sums("rungs");
            if (rungs.Count != Grade.All.Length || Grade.All.Any(grade => !rungs.ContainsKey($"{grade.Number}")))
                throw body.Fault("rungs", "rungs-incomplete", $"自己定各档的数，{Grade.All.Length} 档都要写");
            var (ladder, code, chinese) = OwnSums.LadderOf([.. Grade.All.Select(grade => rungs[$"{grade.Number}"])]);
            return ladder ?? throw body.Fault("rungs", code, chinese);
        }

        ImmutableSortedDictionary<string, Fen> Sums(string name)
        {
            var sums = body.Names(name).ToImmutableSortedDictionary(sum => sum.Name, sum => sum.Owner.Amount(sum.Name), StringComparer.Ordinal);
            return sums.Values.Any(sum => sum > OwnSums.Most) ? throw body.Fault(name, "sum-absurd", OwnSums.TooMuch) : sums;
        }
    }

    /// <summary>The emphasis of one row of a comparison, or of the whole request.</summary>
    public static BasisPoints? ReadEmphasis(JsonInput body) =>
        body.OptionalShare("emphasis", 1000) is not { } emphasis ? null
        : emphasis < BasisPoints.Whole ? throw body.Fault("emphasis", "emphasis-reversed", "大病不能比小病补得少，最低填 \"100%\"")
        : emphasis;

    /// <summary>What the plan is made by, for so many members.</summary>
    public PlanTerms Terms(Charter charter, int members, BasisPoints emphasis)
    {
        var money = (BudgetPerHead is { } perHead ? new Fen(perHead.Value * members) : Budget!.Value) + CarriedOver;
        if (money > MostMoney)
            throw new ProblemException(Problem.BadRequest("budget-absurd", "总预算超过一百亿元，请核对。", "budget"));
        var days = To.DayNumber - From.DayNumber + 1;
        return PlanTerms.Of(charter, money, Emphasis ?? emphasis) with { Own = Own, Part = new BasisPoints(Math.Min(BasisPoints.Whole.Value, ((days * BasisPoints.Whole.Value) + 364) / 365)) };
    }
}

/// <summary>Aids that were counted (历史补助人次).</summary>
/// <param name="Months">Over how many months.</param>
internal sealed record Counted(int Minor, int Serious, int Months)
{
    public static Counted Read(JsonInput body) => new(body.Number("minor", 0, 1_000_000), body.Number("serious", 0, 1_000_000), body.Number("months", 1, 120));
}
