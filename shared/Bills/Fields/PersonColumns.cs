using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Whose list it is, where a printed spreadsheet says it in every row (每行都写着姓名、住院号): the same words under a head that names the person.</summary>
static class PersonColumns
{
    /// <summary>So many rows have to say it.</summary>
    private const int Fewest = 3;

    private static readonly string[] Fields = [FieldName.Name, FieldName.AdmissionNumber, FieldName.Sex, FieldName.Age];

    public static IEnumerable<Finding> Findings(PageText page, IReadOnlyList<TableRow> table, IReadOnlyList<Finding> found)
    {
        foreach (var column in table.Where(r => !r.IsSum).SelectMany(r => r.Others).GroupBy(o => o.Column.Head, o => o.Cell))
        {
            if (!LabelTable.ByText.TryGetValue(column.Key, out var field) || !Fields.Contains(field) || found.Any(f => f.Field == field))
                continue;
            var said = column.GroupBy(cell => TextFold.Squeeze(cell.Text)).MaxBy(g => g.Count())!;
            // A ward's list says another in each row.
            if (said.Count() >= Fewest && said.Count() * 10 >= column.Count() * 8 && FieldFinder.Reader(field)?.Invoke(said.Key) is { } value && said.MaxBy(cell => cell.Confidence) is var surest)
                yield return new Finding(field, value, surest.Confidence, page.Where(surest.Glyphs), 0, 0);
        }
    }
}
