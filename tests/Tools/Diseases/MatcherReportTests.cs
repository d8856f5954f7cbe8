using Shouwang.Tools.Diseases;

namespace Shouwang.Tools.Tests.Diseases;

public class MatcherReportTests
{
    [Theory]
    [InlineData(98, 100, "98.0 (93.0–99.4)")]
    [InlineData(0, 10, "0.0 (0.0–27.8)")]
    [InlineData(0, 0, "–")]
    public void A_share_comes_with_the_range_around_it(int some, int all, string said) => MatcherReport.Share(some, all).ShouldBe(said);

    [Fact]
    public void Names_of_both_kinds_of_file_are_read_without_tumour_tissue()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (standard, own) = (new FileInfo(Path.Combine(folder.FullName, "codes.csv")), new FileInfo(Path.Combine(folder.FullName, "own.tsv")));
            File.WriteAllText(standard.FullName, "code,name,category3\nA00.0,\"霍乱，由于O1群\",A00\nM8140/3,腺癌,M81\n");
            File.WriteAllText(own.FullName, "# ours\nK35\t盲肠炎|急阑\n");
            NameFiles.Standard(standard).ShouldBe([("霍乱，由于O1群", "A00")]);
            NameFiles.Own(own).ShouldBe([("盲肠炎", "K35"), ("急阑", "K35")]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
