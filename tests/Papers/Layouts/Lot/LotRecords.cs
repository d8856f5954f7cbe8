using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>Discharge records by lot (出院记录、出院小结).</summary>
static class LotRecords
{
    public static string Draw(Sheet s)
    {
        var p = new LotPaper(s);
        var section = Section(p);
        var title = p.Dice.Of(["出院记录", "出院小结", "出 院 记 录", "出 院 小 结", "住院病人出院记录", "出院病情小结", "出院证明书", "患者出院小结"]);
        var admitted = p.Dice.Of(["入院诊断", "入院诊断", "入院时诊断", "初步诊断"]);
        string first = section(admitted, p.Stay.Illness.Diagnosis + p.Dice.Of(["", "", "？", "　待查"]));
        string told = section(p.Dice.Of(["诊疗经过", "住院经过", "诊治经过", "入院情况及诊疗经过", "治疗经过", "病情及诊疗摘要"]), p.Stay.Illness.Story);
        string left = Diagnoses.Block(p, p.Dice.Of(["出院诊断", "出院诊断", "出院诊断", "出院时诊断", "最后诊断"]), section, whole => Ruled(p) ? $"<tr><td colspan=\"2\" class=\"w\">{whole}</td></tr>" : whole);
        string done = p.Stay.Illness.Operation.Length == 0 && p.Dice.Chance(50) ? "" : section(p.Dice.Of(["手术名称", "手术及操作", "手术方式", "手术名称"]), p.Sheet.Operation(p.Dice.Of(["无", "—", "/"])));
        var order = s.Lot("order", ["usual", "usual", "diagnoses first", "diagnoses last"]) switch
        {
            "diagnoses first" => first + left + done + told,
            "diagnoses last" => first + told + done + left,
            _ => first + told + left + done,
        };
        return p.Look.Page(
            $"""
            <h2>{s["hospital"]}</h2><h2>{title}</h2>{Person(p)}{(Ruled(p) ? $"<table class=\"sections\">{order}{Rest(p, section)}</table>" : order + Rest(p, section))}
            <div class="row"><span>{p.Dice.Of(["", "上级医师：示例"])}</span><span>{p.Dice.Of(["医师签名", "经治医师", "住院医师", "主治医师"])}：吴示例　{p.Figures.Date(p.Stay.Discharged)}</span></div>{Around.RecordFoot(p)}
            """);
    }

    private static bool Ruled(LotPaper p) => p.Sheet.Notes["sections"] == "table";

    /// <summary>How a head and what belongs to it stand.</summary>
    private static Func<string, string, string> Section(LotPaper p)
    {
        var form = p.Sheet.Lot("sections", ["line", "line", "line", "below", "beside", "table", "bar"]);
        var colon = p.Dice.Of(["：", "：", ":"]);
        return form switch
        {
            "below" => (head, text) => $"<div class=\"part\">{head}{colon}</div><div style=\"padding-left:2em\">{text}</div>",
            "beside" => (head, text) => $"<div style=\"display:grid;grid-template-columns:{p.Look.Size * 9}px 1fr;margin:8px 0\"><b>{head}</b><div>{text}</div></div>",
            "table" => (head, text) => $"<tr><td class=\"l\" style=\"width:{p.Look.Size * 6}px\">{head}</td><td class=\"w\">{text}</td></tr>",
            "bar" => (head, text) => $"<div class=\"bar\">{head}</div><div>{text}</div>",
            _ => (head, text) => $"<p><b>{head}{colon}</b>{text}</p>",
        };
    }

    private static string Person(LotPaper p)
    {
        List<Entry> all = [.. Names.Of(p), p.Text("department"), p.Text("admissionNumber"), .. p.Some(25, "idNumber").Select(f => p.Text(f)), .. Around.Asides(p, 2), .. Names.Stay(p)];
        var form = p.Sheet.Lot("person", [Arrange.Form.Grid, Arrange.Form.Colons, Arrange.Form.Colons, Arrange.Form.Columns, Arrange.Form.Flow, Arrange.Form.Underlined, Arrange.Form.Bare]);
        return Arrange.Draw(p, form, "基本信息", all);
    }

    private static string Rest(LotPaper p, Func<string, string, string> section) =>
        section(p.Dice.Of(["出院情况", "出院时情况"]), p.Dice.Of(["患者一般情况可，无特殊不适。", "神志清，精神可，生命体征平稳。", "好转，切口愈合良好。"])) +
        section(p.Dice.Of(["出院医嘱", "出院后建议", "出院带药及医嘱"]), p.Dice.Of(["注意休息，定期随访。", "1.低盐低脂饮食；2.按时服药；3.两周后复诊。", "加强营养，避免劳累，不适随诊。"]));
}
