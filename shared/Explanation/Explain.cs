using System.Collections.Immutable;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Explanation;

/// <summary>Puts a result into plain words for a reader of seventy (结果说明): the amount first, then why, then what is missing.</summary>
public static class Explain
{
    /// <summary>Short sentences, one an element, amounts in figures and the final one in capitals too.</summary>
    public static ImmutableArray<string> Sentences(AdjudicationResult result, AdmissionFacts facts, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        var said = ImmutableArray.CreateBuilder<string>();
        var aid = result.Layers.FirstOrDefault(l => l.Layer == "mutual-aid");
        said.Add(Headline(result, aid));
        foreach (var layer in result.Layers.OrderByDescending(l => l.Layer == "mutual-aid"))
            said.AddRange(LayerWords.Of(layer, facts, names ?? new Names()));
        if (aid is not null && !result.Layers.Any(Open))
            said.Add(OwnPart(result.PatientPays));
        said.AddRange(Missing(result));
        if (result.Counterfactual is { } otherwise)
            said.Add(otherwise);
        // What stands on the settlement sheet and on the village's own resolution needs no such word.
        if (result.Layers.Any(l => !l.OnPaper && l.Layer != "mutual-aid" && !Open(l)) && Trust(result.Verified) is { } trust)
            said.Add(trust);
        return said.ToImmutable();
    }

    /// <summary>What is left for the patient (自己付), once every layer is counted.</summary>
    public static string OwnPart(Fen own) => $"都算上以后，您自己付 {Yuan(own)}。";

    /// <summary>One layer alone, as one paragraph.</summary>
    public static string Layer(LayerResult layer, AdmissionFacts facts, Names? names = null) =>
        string.Concat(LayerWords.Of(layer, facts, names ?? new Names()));

    /// <summary>Layer by layer: everyday name and amount, the patient's own share last (金额表).</summary>
    public static ImmutableArray<(string Name, string Amount)> Table(AdjudicationResult result, AdmissionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            ("总费用", facts.Stay.Total.ToGroupedString()),
            .. result.Layers.Select(l => (Vocabulary.Layer(l.Layer), Open(l) ? "还不能算" : l.Amount.ToGroupedString())),
            ("自己付", result.Layers.Any(Open) ? "还不能算" : result.PatientPays.ToGroupedString()),
        ];
    }

    /// <summary>An amount in figures with its unit: "1,200.00 元".</summary>
    internal static string Yuan(Fen amount) => $"{amount.ToGroupedString()} 元";

    /// <summary>Neither the papers nor the rules gave an amount.</summary>
    internal static bool Open(LayerResult layer) => !layer.OnPaper && layer.Recomputed is null;

    private static string Headline(AdjudicationResult result, LayerResult? aid)
    {
        if (aid is not null)
        {
            return Open(aid) ? "村里互助补多少，现在还不能算。"
                : aid.Amount > Fen.Zero ? $"村里互助补您 {Yuan(aid.Amount)}（{CapitalNumeral.Write(aid.Amount)}）。"
                : "村里互助这次不补钱。";
        }
        return result.Layers.Any(Open)
            ? "您自己要付多少，现在还不能全部算清。"
            : $"这次住院，您自己要付 {Yuan(result.PatientPays)}（{CapitalNumeral.Write(result.PatientPays)}）。";
    }

    private static IEnumerable<string> Missing(AdjudicationResult result)
    {
        var facts = result.Needs.Where(n => n is { Blocking: true, IsPolicy: false }).Select(n => n.Chinese).ToList();
        if (facts.Count > 0)
            yield return $"还缺：{string.Join("；", facts)}。补上以后就能接着算。";
        var assumed = result.Needs.Where(n => n is { Blocking: false, IsPolicy: false }).Select(n => n.Chinese).ToList();
        if (assumed.Count > 0)
            yield return $"现在是按今年第一次住院算的。如果不是，请告诉我们：{string.Join("；", assumed)}。";
        var (plans, rules) = (result.Needs.Any(IsPlan), result.Needs.Where(n => n is { Blocking: true, IsPolicy: true } && !IsPlan(n)).Select(n => n.Chinese).ToList());
        if (plans)
            yield return "村里还没有公布管这天出院的补助方案。公布以后就能算。";
        if (rules.Count > 0)
            yield return $"这些政策数字还没有收录：{string.Join("；", rules)}。请问当地医保部门。";
    }

    /// <summary>The village's own plan: nobody but the village can say when it comes.</summary>
    private static bool IsPlan(Need need) => need is { Blocking: true, IsPolicy: true } && need.Name.EndsWith("/village-plan", StringComparison.Ordinal);

    private static string? Trust(string verified) => verified switch
    {
        "primary" => null,
        "secondary" => "这里用的政策数字来自转述，没有核对原文，结果只供参考，以医保结算为准。",
        _ => "这里用的政策数字是样例，不能当真。",
    };
}
