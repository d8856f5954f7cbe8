using System.Collections.Immutable;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Names what is missing, in everyday Chinese (还缺什么).</summary>
internal sealed class NeedWriter(PolicySnapshot snapshot, AdmissionFacts facts)
{
    private static readonly ImmutableArray<(Facts Fact, string Name, string Chinese)> Words =
    [
        (Facts.Level, "hospitalLevel", "医院是几级（乡镇卫生院、一级、二级还是三级）"),
        (Facts.Area, "area", "在本地还是外地住院，外地的话有没有办转院手续"),
        (Facts.Age, "age", "病人的年龄"),
        (Facts.Ordinal, "ordinalInYear", "这是今年第几次住院"),
        (Facts.OrdinalAtLevel, "ordinalAtLevel", "这是今年第几次住同级医院"),
        (Facts.Statuses, "statuses", "是不是低保、特困等困难人员"),
        (Facts.InScope, "inScope", "医保范围内的费用（看医保结算单）"),
        (Facts.SelfPayFirst, "selfPayFirst", "先行自付的费用（看医保结算单）"),
        (Facts.OverLimit, "overLimit", "超过限价的费用（看医保结算单）"),
        (Facts.SelfFunded, "selfFunded", "全自费的费用（看医保结算单）"),
        (Facts.Disease, "diagnosis", "出院诊断算方案里的哪一种病（看出院记录）"),
        (Facts.Member, "villageMember", "出院那天是不是村互助会的会员"),
        (Facts.Village, "village", "病人是哪个村的"),
        (Facts.Borne, "borne", "医保报销后您自己付了多少（看医保结算单）"),
        (Facts.BasicPaid, "basicPaid", "今年前几次住院，基本医保报了多少"),
        (Facts.InScopeBorne, "inScopeBorne", "今年前几次住院，医保范围内自己付了多少"),
        (Facts.CriticalPaid, "criticalPaid", "今年大病保险已经报了多少"),
        (Facts.AssistancePaid, "assistancePaid", "今年医疗救助已经给了多少"),
        (Facts.MutualAidPaid, "mutualAidPaid", "今年村里互助已经补了多少"),
        (Facts.OtherPaid, "otherPaid", "今年其他补助已经给了多少"),
        (Facts.DeductibleTaken, "deductibleTaken", "今年已经扣过多少起付线"),
        (Facts.ChainDeductible, "chainDeductible", "转院前那几家医院已经扣过多少起付线"),
    ];

    /// <summary>What stands in one benefit's way. Where the papers say what was paid, it only stands in the way of checking it.</summary>
    public ImmutableArray<Need> Of(LayerPlan layer, LayerAmount[] amounts, int index)
    {
        var amount = amounts[index];
        var blocking = !amount.OnPaper;
        if (amount.BlockedBy >= 0)
            return [.. Of(amounts, index, blocking)];
        return amount.Outcome switch
        {
            Outcome.NeedsFact => [.. OfFacts(amount.Missing, blocking)],
            Outcome.NeedsPolicy => [.. Policies(layer, amount.MissingFigure, blocking)],
            _ when layer.Figure(FigureName.CapStay)?.Missing is null && layer.Figure(FigureName.CapYear)?.Missing is null && amount.Outcome != Outcome.CapReached => [],
            _ => [.. Gaps(layer), .. Reward(layer, amount)],
        };
    }

    /// <summary>Facts that were taken as in a first stay of the year; the amount stands on them.</summary>
    public static IEnumerable<Need> Assumed(Facts assumed) => OfFacts(assumed, blocking: false);

    private IEnumerable<Need> Of(LayerAmount[] amounts, int index, bool blocking)
    {
        var blocker = amounts[index].BlockedBy;
        var plan = snapshot.Plan;
        if (plan.Layers[index].Cost.Has(CostTerms.Borne))
            return OfFacts(Facts.Borne, blocking);
        return Of(plan.Layers[blocker], amounts, blocker).Select(n => n with { Blocking = blocking });
    }

    private static IEnumerable<Need> OfFacts(Facts missing, bool blocking) =>
        Words.Where(w => missing.Has(w.Fact)).Select(w => new Need(w.Name, w.Chinese, IsPolicy: false) { Blocking = blocking });

    private IEnumerable<Need> Policies(LayerPlan layer, FigureName first, bool blocking)
    {
        var named = layer.Figures.Select((figure, i) => (figure, name: (FigureName)i)).Where(f => f.figure?.Missing is not null && f.name != FigureName.CapStay && f.name != FigureName.CapYear).ToList();
        if (named.Count == 0)
            return [new Need(layer.Key + "/" + first.Kebab(), $"{snapshot.PlaceName}{Vocabulary.Layer(layer.Layer)}的{first.Chinese()}{ForWhom()}", IsPolicy: true) { Blocking = blocking }];
        return named.Select(f => new Need(f.figure!.Path, f.figure.Missing!, IsPolicy: true) { Blocking = blocking });
    }

    /// <summary>Figures known to exist that could only lower the amount.</summary>
    private static IEnumerable<Need> Gaps(LayerPlan layer) =>
        new[] { layer.Figure(FigureName.CapStay), layer.Figure(FigureName.CapYear) }
            .Where(f => f?.Missing is not null)
            .Select(f => new Need(f!.Path, f.Missing!, IsPolicy: true) { Blocking = false });

    /// <summary>A cap that cut would be higher for years in a row, by amounts that are not on file.</summary>
    private IEnumerable<Need> Reward(LayerPlan layer, LayerAmount amount)
    {
        if (layer.Layer == "critical" && amount.Outcome == Outcome.CapReached && snapshot.Plan.Reward is null && facts.Person is { YearsInARow: > 0 } or { YearsWithoutClaim: > 0 })
            yield return new Need("reward", $"{snapshot.PlaceName}连续参保、当年没报销的，大病封顶线每年提高多少", IsPolicy: true) { Blocking = false };
    }

    private string ForWhom()
    {
        string?[] parts = [facts.Stay.HospitalLevel is { } level ? Vocabulary.Level(level) : null, facts.Stay.Area is { } area ? Vocabulary.Area(area) : null];
        var said = string.Join("、", parts.Where(p => p is not null));
        return said.Length == 0 ? "" : $"（{said}）";
    }
}
