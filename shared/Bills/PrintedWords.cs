using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Bills;

/// <summary>Words that hospital papers are printed with (单据用词): labels, heads of columns, charged items, diseases, operations, hospitals. Whoever reads pictures may learn from them which characters stand side by side.</summary>
public static class PrintedWords
{
    /// <summary>Each as it is printed; some more than once.</summary>
    public static IEnumerable<string> All =>
    [
        .. LabelTable.All.SelectMany(label => label.Texts),
        .. Column.ByLength.Select(head => head.Text),
        .. ItemWords.Listed,
        .. DiseaseData.Rows("catalogue.tsv").SelectMany(columns => columns[5].Split('|').Append(columns[1])),
        .. DiseaseData.Rows("abbreviations.tsv").Select(columns => columns[1]),
        .. DiseaseData.Rows("operations.tsv").Select(columns => columns[1]),
        .. HospitalList.Shipped.All.SelectMany(hospital => hospital.OtherNames.Append(hospital.Name)),
    ];
}
