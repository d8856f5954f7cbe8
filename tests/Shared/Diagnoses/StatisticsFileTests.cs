using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class StatisticsFileTests
{
    static readonly List<string[]> Rows = [.. DiseaseData.Rows("statistics.tsv")];

    [Fact]
    public void Every_figure_says_how_certain_it_is_and_where_it_comes_from() =>
        Rows.ShouldAllBe(r => r.Length == 6 && (r[4] == "published" || r[4] == "assumed") && r[5].Length > 10);

    [Fact]
    public void Every_figure_is_of_all_stays_or_of_an_entry() =>
        Rows.ShouldAllBe(r => r[0] == "*" || DiseaseCatalogue.Default.Entries.Any(e => e.Code == r[0]));
}
