using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class BlocksTests
{
    static readonly IReadOnlyList<DiseaseEntry> Entries = DiseaseCatalogue.Default.Entries;

    [Fact]
    public void Every_entry_belongs_to_exactly_one_block() =>
        Entries.ShouldAllBe(e => DiseaseData.Rows("blocks.tsv").Count(r => string.CompareOrdinal(r[0], e.Code) <= 0 && string.CompareOrdinal(e.Code, r[1]) <= 0) == 1);

    [Fact]
    public void Points_of_a_block_go_to_each_of_its_entries_and_to_no_other()
    {
        var blocks = new Blocks(Entries);
        var columns = new int[blocks.Columns];
        var fracture = blocks.Of(Index("S72"));
        columns[fracture] = 5;
        columns[Index("S72")] = 2;
        var points = blocks.Together(columns);
        (points.Length, points[Index("S72")], points[Index("S73")], points[Index("S82")]).ShouldBe((Entries.Count, 7, 5, 0));
    }

    [Theory]
    [InlineData("A09", "B02", true)]
    [InlineData("C34", "D25", true)]
    [InlineData("D25", "D50", false)]
    [InlineData("H25", "H66", false)]
    [InlineData("S72", "T14", true)]
    [InlineData("I10", "J18", false)]
    public void Entries_share_a_chapter_as_in_the_book(string one, string other, bool same)
    {
        var blocks = new Blocks(Entries);
        var columns = new int[blocks.Columns];
        columns[blocks.Chapter(Index(one))] = 3;
        blocks.Together(columns)[Index(other)].ShouldBe(same ? 3 : 0);
    }

    static int Index(string code) => DiseaseCatalogue.Default.IndexOf(Entries.Single(e => e.Code == code));
}
