using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Bills;

namespace Shouwang.Bot.Dialogs;

/// <summary>Questions about basic insurance (医保问答): deductible, ratio, cap at a hospital level. The words come from the rules on file with their source; what is not known is asked, one thing at a time.</summary>
internal static class Insurance
{
    private static readonly (string Words, string Scheme)[] Schemes =
        [("居民", "resident"), ("农合", "resident"), ("合作医疗", "resident"), ("村里交", "resident"), ("农村", "resident"), ("职工", "employee"), ("单位", "employee"), ("退休", "employee"), ("厂里", "employee")];

    private static readonly (string Words, string Level)[] Levels =
        [("卫生院", "township"), ("乡镇", "township"), ("镇上", "township"), ("社区", "township"), ("一级", "primary"), ("二级", "secondary"), ("县医院", "secondary"), ("县里", "secondary"), ("县级", "secondary"), ("三级", "tertiary"), ("三甲", "tertiary"), ("大医院", "tertiary"), ("省", "tertiary")];

    public static Talk Ask(Talk talk, Heard heard) => talk.Village is null
        ? Welcome.AskVillage(talk)
        : Next(talk.Done().Remember(s => s with { Slots = s.Slots.SetItem("policy", Kind(heard.Text)) }), heard.Text);

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.IsCommand && heard.Intent is not (Intent.No or Intent.Unknown))
            return null;
        if (Find(Schemes, heard.Text) is not null || Level(heard.Text) is not null || Unsure(heard.Text))
            return Next(talk, heard.Text);
        return talk.State.Waiting == "insurance.level" && Has(heard.Text, "医院", "卫生服务中心") ? talk.Say("insurance.hospital-unlisted").Ask("insurance.level") : null;
    }

    /// <summary>What the words say is taken; what is still open is asked; then the rules answer.</summary>
    private static Talk Next(Talk talk, string text)
    {
        var slots = talk.State.Slots;
        if (Find(Schemes, text) is { } said)
            slots = slots.SetItem("scheme", said);
        if (Level(text) is { } level)
            slots = slots.SetItem("level", level);
        else if (Unsure(text))
            slots = slots.ContainsKey("scheme") ? slots.SetItem("level", "") : slots.SetItem("scheme", "resident");
        talk = talk.Remember(s => s with { Slots = slots });
        if (!slots.TryGetValue("scheme", out var scheme))
            return talk.Ask("insurance.scheme");
        var kind = slots.GetValueOrDefault("policy", "basic");
        if (kind is not "cap" && !slots.ContainsKey("level"))
            return talk.Ask("insurance.level");
        var question = new PolicyQuestion(kind, scheme, slots.GetValueOrDefault("level") is { Length: > 0 } known ? known : null);
        return Tell(talk.Done(), talk.Knowledge.Policy?.Invoke(question));
    }

    private static Talk Tell(Talk talk, PolicyAnswer? answer)
    {
        if (answer is null)
            return talk.Say("insurance.no-place");
        var place = Plain.Words(answer.Place, 20);
        if (answer.Lines.Count > 0)
            talk = talk.Say("insurance.lines", ("place", place), ("lines", string.Concat(answer.Lines.Select(l => $"\n\n{Plain.Told(l, 200)}"))), ("cites", string.Concat(answer.Cites.Select(c => $"\n\n{Catalogue.Text("label.cite", ("value", Plain.Words(c, 200)))}"))));
        return answer.Missing.Count > 0
            ? talk.Say("insurance.missing", ("missing", ClaimWords.List(answer.Missing)))
            : answer.Lines.Count == 0 ? talk.Say("insurance.no-place") : talk.Say("insurance.sheet-counts");
    }

    private static string Kind(string text) =>
        Has(text, "起付", "门槛", "多少钱以上", "超过多少") ? "deductible"
        : Has(text, "封顶", "最多", "上限", "顶格") ? "cap"
        : Has(text, "比例", "百分", "几成", "几折", "%") ? "ratio"
        : "basic";

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool Unsure(string text) => Has(text, "不知道", "不清楚", "不晓得", "不懂", "没数");

    /// <summary>The level of the hospital named, where the list of hospitals has it, or the level said.</summary>
    private static string? Level(string text) => HospitalList.Shipped.Find(text)?.Level ?? Find(Levels, text);

    private static string? Find((string Words, string Value)[] among, string text) =>
        Array.Find(among, a => text.Contains(a.Words, StringComparison.Ordinal)).Value;
}
