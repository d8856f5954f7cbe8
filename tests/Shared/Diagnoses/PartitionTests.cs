using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class PartitionTests
{
    [Fact]
    public void Every_inpatient_category_belongs_to_exactly_one_entry_and_nothing_else_does() =>
        DiseaseCatalogue.Default.Entries.SelectMany(e => e.Icd10).Order(StringComparer.Ordinal)
            .ShouldBe(Inpatient().Order(StringComparer.Ordinal));

    [Fact]
    public void No_external_cause_is_an_entry() =>
        DiseaseCatalogue.Default.Entries.SelectMany(e => e.Icd10).ShouldAllBe(c => !"VWXY".Contains(c[0]));

    static IEnumerable<string> Inpatient() => TestFiles.Lines("inpatient-categories.txt")
        .SelectMany(line => line.Split(' '))
        .SelectMany(range => Enumerable.Range(int.Parse(range[1..3]), int.Parse(range[^2..]) - int.Parse(range[1..3]) + 1).Select(n => $"{range[0]}{n:D2}"));
}
