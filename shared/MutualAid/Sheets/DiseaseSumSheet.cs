using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>One row of a village's own list of sums (病种补助表的一行).</summary>
/// <param name="Written">The disease as the list names it; its code where it has no name.</param>
/// <param name="Sure">False: a person has to look whether this is the disease that is meant.</param>
public sealed record DiseaseSumRow(int Line, string Written, DiseaseEntry Disease, Fen Sum, bool Sure);

/// <summary>Reads lists of what a village pays for which disease (病种补助表): 病种 or 代码 or both, and 补助金额.</summary>
public static class DiseaseSumSheet
{
    /// <summary>The catalogue has some 1,300 diseases, and a list may name many of them by several names.</summary>
    private const int MostRows = 5_000;

    private static readonly string[] Feet = ["合计", "小计", "备注", "说明", "填表", "制表", "审核", "注:"];

    /// <summary>Each row, or what is wrong with it. A disease that stands there twice with one sum is given once.</summary>
    public static IEnumerable<(DiseaseSumRow? Row, SheetFault? Fault)> Read(IReadOnlyList<IReadOnlyList<string>> cells, DiseaseCatalogue catalogue, DiagnosisMatcher matcher)
    {
        if (Sheet.Headed(cells, Columns.Of, within: 30) is not var (columns, rows))
        {
            yield return (null, new SheetFault(1, "heads-missing", "没有找到表头。要有“病种”（或者“疾病编码”）和“补助金额”这两列。"));
            yield break;
        }

        var seen = new Dictionary<string, DiseaseSumRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Line > MostRows)
            {
                yield return (null, new SheetFault(row.Line, "file-too-long", $"病种表超过 {MostRows} 行，后面的没有读。"));
                yield break;
            }

            if (Array.Exists(Feet, foot => row.Cells[0].StartsWith(foot, StringComparison.Ordinal)) || Columns.Of(row) is not null)
                continue;
            var (read, fault) = Read(row, columns, catalogue, matcher);
            if (read is null)
                yield return (null, fault);
            else if (seen.TryAdd(read.Disease.Code, read))
                yield return (read, null);
            else if (seen[read.Disease.Code] is var before && before.Sum != read.Sum)
                yield return (null, new SheetFault(row.Line, "disease-twice", $"第 {row.Line} 行（{read.Written}）：和第 {before.Line} 行（{before.Written}）在病种目录里是同一种病（{read.Disease.Name}），钱数不一样。先按第 {before.Line} 行的算，请核对。"));
        }
    }

    private static (DiseaseSumRow? Row, SheetFault? Fault) Read(SheetRow row, Columns columns, DiseaseCatalogue catalogue, DiagnosisMatcher matcher)
    {
        var (name, code) = (row[columns.Name], row[columns.Code]);
        var written = name.Length > 0 ? name : code;
        (DiseaseSumRow?, SheetFault?) Wrong(string fault, string detail) => (null, new SheetFault(row.Line, fault, $"第 {row.Line} 行{(written.Length > 0 ? $"（{(written.Length > 30 ? written[..30] : written)}）" : "")}：{detail}"));
        if (written.Length == 0)
            return Wrong("disease-missing", "没有写是什么病。");
        if (row[columns.Sum].Length == 0)
            return Wrong("amount-missing", "没有写补多少元。");
        if (Amount(row[columns.Sum]) is not { } sum || sum < Fen.Zero)
            return Wrong("amount-malformed", "补多少元看不懂，请写成 2000 或 2000.00。");
        var found = name.Length == 0 ? null : catalogue.FindByName(name);
        if (found is null && name.Length > 0)
        {
            var answer = matcher.Match(name, most: 1);
            if (code.Length == 0)
            {
                return answer.Matches is [var best, ..]
                    ? (new DiseaseSumRow(row.Line, written, best.Entry, sum, answer.Sure), null)
                    : Wrong("disease-unknown", "病种目录里没有找到这种病。请换个写法，或者写上疾病编码（ICD-10）。");
            }

            found = answer.Matches.Count > 0 ? answer.Matches[0].Entry : null;
        }

        if (code.Length == 0)
            return (new DiseaseSumRow(row.Line, written, found!, sum, Sure: true), null);
        // Where code and name are of two diseases somebody has to look; the code is what a list is made by.
        return (catalogue.Find(code.ToUpperInvariant()) ?? catalogue.FindByIcd10(code)) is { } coded
            ? (new DiseaseSumRow(row.Line, written, coded, sum, Sure: name.Length == 0 || found == coded), null)
            : Wrong("code-unknown", $"病种目录里没有编码 {(code.Length > 12 ? code[..12] : code)}。请核对，或者只写病名。");
    }

    /// <summary>Offices write "1.5万" too.</summary>
    private static Fen? Amount(string cell) =>
        cell.Replace("元", "", StringComparison.Ordinal).Split('万') is [var tenThousands, ""] ? Sheet.Amount(tenThousands) is { } whole && whole < Fen.FromYuan(10_000) ? new Fen(whole.Value * 10_000) : null
        : Sheet.Amount(cell);

    private sealed record Columns(int Name, int Code, int Sum)
    {
        public static Columns? Of(SheetRow head) => new Columns(
            Sheet.Column(head, "病种", "病种名称", "疾病", "疾病名称", "病名", "诊断", "疾病诊断", "诊断名称"),
            Sheet.Column(head, "疾病编码", "疾病代码", "病种编码", "病种代码", "诊断编码", "诊断代码", "ICD-10", "ICD10", "ICD-10编码", "ICD编码", "ICD", "编码", "代码"),
            Sheet.Column(head, "补助金额", "补助标准", "补助", "补助额", "补助数额", "每次补助", "定额补助", "定额标准", "定额", "金额", "标准")) is { Sum: >= 0 } found && (found.Name >= 0 || found.Code >= 0) ? found : null;
    }
}
