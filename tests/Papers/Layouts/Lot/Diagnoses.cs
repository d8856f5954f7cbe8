using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>The ways in which papers write down what somebody was ill with.</summary>
static class Diagnoses
{
    private static readonly (string Disease, string Pattern)[] Chinese = [("项痹病", "气滞血瘀证"), ("中风病", "风痰阻络证"), ("胸痹心痛病", "痰瘀互结证"), ("咳嗽病", "痰热郁肺证"), ("胃脘痛", "肝胃不和证"), ("骨折病", "血瘀气滞证"), ("眩晕病", "肝阳上亢证")];

    /// <summary>One label and all diagnoses behind it, for a cell or a line.</summary>
    public static Entry Joined(LotPaper p)
    {
        var form = p.Sheet.Lot("diagnoses", ["joined", "joined", "joined", "numbered", "numbered", "coded", "coded", "coded before"]);
        return new Entry(Wording.AnyLabel(p.Dice, "diagnosis"), Shown(p, Written(p, form)), Wide: true);
    }

    /// <summary>What a record says under its heads: on one line, on several, main and other ones apart, in a table, by both medicines.</summary>
    /// <param name="section">Sets a head and what belongs to it.</param>
    /// <param name="whole">Sets what has heads of its own.</param>
    public static string Block(LotPaper p, string head, Func<string, string, string> section, Func<string, string> whole)
    {
        var form = p.Sheet.Lot("diagnoses", ["joined", "numbered", "numbered", "lines", "lines", "lines", "coded", "coded lines", "main and others", "main and others", "table", "both", "both lines"]);
        return form switch
        {
            "lines" or "coded lines" => section(head, Shown(p, string.Join("<br>", Each(p, form.StartsWith("coded", StringComparison.Ordinal), numbered: true)))),
            "main and others" => MainAndOthers(p, head, section, whole),
            "table" => whole(Table(p)),
            "both" or "both lines" => Both(p, head, form == "both" ? "　" : "<br>", section),
            _ => section(head, Shown(p, Written(p, form))),
        };
    }

    private static string Shown(LotPaper p, string printed) => p.Sheet.Shown(printed, "diagnosis");

    private static string Written(LotPaper p, string form) => form switch
    {
        "numbered" => string.Join(p.Dice.Of(["", " ", "；", "　", "，"]), Each(p, coded: false, numbered: true)),
        "coded" => string.Join(p.Dice.Of(["；", "，", "、", " "]), Each(p, coded: true, numbered: false)),
        "coded before" => string.Join("；", p.Stay.Diagnoses.Select(d => $"{Code(p)} {d}")),
        _ => string.Join(p.Dice.Of(["；", ";", "，", "、"]), p.Stay.Diagnoses),
    };

    private static List<string> Each(LotPaper p, bool coded, bool numbered)
    {
        var number = p.Dice.Of<Func<int, string>>([n => $"{n}.", n => $"{n}、", n => $"({n})", n => $"（{n}）", n => $"{"①②③④⑤⑥⑦"[n - 1]}", n => $"{n}．"]);
        var brackets = p.Dice.Of([("(", ")"), ("（", "）"), ("[", "]"), (" ", "")]);
        // A lone illness bears no number.
        var all = p.Stay.Diagnoses.ToList();
        return [.. all.Select((d, n) => (numbered && all.Count > 1 ? number(n + 1) : "") + d + (coded ? brackets.Item1 + Code(p) + brackets.Item2 : ""))];
    }

    private static string Code(LotPaper p) => $"{"ABCDEGHIJKLMNRST"[p.Dice.Between(0, 15)]}{p.Dice.Between(10, 99)}.{p.Dice.Of(["x0", "90", "10", "00", "80", "x00x00"])}{p.Dice.Between(0, 9)}";

    private static string MainAndOthers(LotPaper p, string head, Func<string, string, string> section, Func<string, string> whole)
    {
        var all = p.Stay.Diagnoses.ToList();
        p.Sheet.Shown("", "diagnosis");
        var main = p.Dice.Of(["主要诊断", "主要诊断", "主诊断"]);
        var others = p.Dice.Of(["其他诊断", "其他诊断", "次要诊断"]);
        var listed = string.Join(p.Dice.Of(["；", "、", "　"]), all.Count > 2 ? all.Skip(1).Select((d, n) => $"{n + 1}.{d}") : all.Skip(1));
        var apart = $"{main}：{all[0]}<br>{others}：{(all.Count > 1 ? listed : p.Dice.Of(["无", "-", ""]))}";
        return p.Dice.Chance(50) ? section(head, "<br>" + apart) : whole($"<div class=\"flow\">{apart}</div>");
    }

    private static string Table(LotPaper p)
    {
        p.Sheet.Shown("", "diagnosis");
        var (code, state, serial) = (p.Dice.Chance(70), p.Dice.Chance(50), p.Dice.Chance(40));
        string[] heads = [.. serial ? ["序号"] : Array.Empty<string>(), p.Dice.Of(["出院诊断", "出院诊断名称", "诊断名称", "疾病名称"]), .. code ? [p.Dice.Of(["疾病编码", "ICD-10", "ICD编码"])] : Array.Empty<string>(), .. state ? [p.Dice.Of(["入院病情", "转归", "治疗结果"])] : Array.Empty<string>()];
        var result = heads[^1] == "入院病情" ? "有" : "好转";
        var rows = p.Stay.Diagnoses.Select((d, n) => (string[])[.. serial ? [$"{n + 1}"] : Array.Empty<string>(), d, .. code ? [Code(p)] : Array.Empty<string>(), .. state ? [result] : Array.Empty<string>()]).ToList();
        return $"<table><tr>{string.Concat(heads.Select(h => $"<td class=\"l c\">{h}</td>"))}</tr>{string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>"))}</table>";
    }

    private static string Both(LotPaper p, string head, string between, Func<string, string, string> section)
    {
        var (disease, pattern) = p.Dice.Of(Chinese);
        var western = p.Stay.Diagnoses.ToList();
        p.Sheet.Written("diagnosis", $"{disease}；{pattern}；{string.Join('；', western)}", "");
        var told = string.Join(" ", western.Select((d, n) => western.Count > 1 ? $"{n + 1}.{d}" : d));
        return section(head, $"{(between == "<br>" ? "<br>" : "")}中医诊断：{disease}{p.Dice.Of([$"（{pattern}）", $" {pattern}"])}{between}西医诊断：{told}");
    }
}
