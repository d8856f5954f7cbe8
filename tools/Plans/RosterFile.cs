using System.Text;
using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Tools.Plans;

/// <summary>Reads how many people of which age and sex villages have (读取人数表): a table as CSV, or JSON as POST /api/plans/county takes it.</summary>
/// <remarks>A wrong row stops the reading and is named: a plan made of half a roster would be wrong without anybody seeing it.</remarks>
internal static class RosterFile
{
    const int MostPeople = 2_000_000;

    /// <exception cref="FormatException">Says in Chinese what is wrong, where, and what to do.</exception>
    public static IReadOnlyList<VillageRoster> Read(byte[] file)
    {
        var text = Csv.Text(file);
        var villages = text.TrimStart('\ufeff', ' ', '\r', '\n', '\t') is ['{' or '[', ..] ? Json(text) : Table(text);
        foreach (var village in villages)
        {
            var members = village.People.Sum(people => (long)people.Count);
            if (members == 0)
                throw new FormatException($"{Named(village.Name)}一个人也没有，没法测算。请写明各年龄的人数。");
            if (members > MostPeople)
                throw new FormatException($"{Named(village.Name)}人数超过两百万，请核对。");
        }

        return villages;
    }

    static string Named(string village) => village.Length == 0 ? "人数表里" : $"“{village}”";

    static List<VillageRoster> Table(string text)
    {
        var rows = Sheet.Rows(Csv.Rows(text)).ToList();
        var head = rows.FindIndex(row => AgeColumn(row) >= 0);
        if (head < 0)
            throw new FormatException("表里没有“年龄”或“年龄段”这一列。请加上表头：年龄段,性别,人数。");
        var (age, sex, count) = (AgeColumn(rows[head]), Sheet.Column(rows[head], "性别", "sex"), Sheet.Column(rows[head], "人数", "count"));
        if (sex < 0)
            throw new FormatException("表里没有“性别”这一列。请加上，实在不知道的填“不详”。");
        var (village, budget, each) = (Sheet.Column(rows[head], "村名", "村", "村代码", "village", "name"), Sheet.Column(rows[head], "总预算", "预算", "budget"), Sheet.Column(rows[head], "每人预算", "人均预算", "budgetPerHead"));
        return
        [
            .. rows.Skip(head + 1).GroupBy(row => row[village]).Select(group => new VillageRoster(
                group.Key,
                [.. group.Select(row => Row($"第 {row.Line} 行", row[age], row[sex], count < 0 ? "1" : row[count]))],
                Amount(group, budget), Amount(group, each))),
        ];
    }

    static int AgeColumn(SheetRow row) => Sheet.Column(row, "年龄段", "年龄", "band", "age");

    /// <summary>Of the first row of a village that has one; two different ones are a fault.</summary>
    static Fen? Amount(IEnumerable<SheetRow> rows, int column)
    {
        var written = rows.Select(row => (row.Line, Text: row[column])).Where(cell => cell.Text.Length > 0).ToList();
        var amounts = written.Select(cell => Money($"第 {cell.Line} 行", cell.Text)).Distinct().ToList();
        return amounts.Count > 1 ? throw new FormatException($"第 {written[0].Line} 行起，同一个村写了不同的预算。请改成一样的。") : amounts.Count == 0 ? null : amounts[0];
    }

    static Headcount Row(string where, string ages, string sex, string count) => new(
        HeadcountWords.TryAges(ages, out var span) ? span : throw new FormatException($"{where}：年龄“{ages}”看不懂。请写成 67、65-74 或 75+，不超过 120 岁；实在不知道填“不详”。"),
        HeadcountWords.Sexes.TryGetValue(sex, out var known) ? known : throw new FormatException($"{where}：性别“{sex}”看不懂。请填“男”或“女”，实在不知道填“不详”。"),
        int.TryParse(count, out var people) && people is >= 0 and <= MostPeople ? people : throw new FormatException($"{where}：人数“{count}”不对。请填 0 以上的整数。"));

    static List<VillageRoster> Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("villages", out var villages)
                ? [.. villages.EnumerateArray().Select((village, i) => Village(village, $"第 {i + 1} 个村"))]
                : [new VillageRoster("", People(root, "人数表"), null, null)];
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException("这个文件不是合格的 JSON 人数表。请写成 {\"roster\": [{\"band\": \"65-74\", \"sex\": \"女\", \"count\": 120}]}，多个村写在 villages 里。", wrong);
        }
    }

    static VillageRoster Village(JsonElement village, string where)
    {
        var name = Word(village, "name") is { Length: > 0 } own ? own : Word(village, "village") ?? "";
        return new VillageRoster(name, People(village, where), Optional(village, "budget", where), Optional(village, "budgetPerHead", where));
    }

    static List<Headcount> People(JsonElement holder, string where)
    {
        var rows = holder.ValueKind == JsonValueKind.Array ? holder : holder.TryGetProperty("roster", out var roster) ? roster : throw new FormatException($"{where}没有 roster。请写明各年龄的人数。");
        return [.. rows.EnumerateArray().Select((row, i) => Row($"{where}的第 {i + 1} 行", Word(row, "band") ?? Word(row, "age") ?? "", Word(row, "sex") ?? "", Word(row, "count") ?? "1"))];
    }

    static Fen? Optional(JsonElement village, string name, string where) => Word(village, name) is { } text ? Money(where, text) : null;

    static string? Word(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    /// <summary>An amount that can be budgeted.</summary>
    public static Fen Money(string where, string text) =>
        Sheet.Amount(text) is { } amount && amount > Fen.Zero && amount < Fen.FromYuan(10_000_000_000) ? amount : throw new FormatException($"{where}：预算“{text}”不对。请填大于 0 的金额，例如 120 或 120.00。");
}
