using System.Text;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class CatalogueReaderTests
{
    [Fact]
    public void Comment_and_empty_line_are_skipped() =>
        Read("# a comment\n\nK35\t急性阑尾炎\tminor\t\tK35\t阑尾炎|盲肠炎\n").Entries.ShouldHaveSingleItem().Aliases.ShouldBe(["阑尾炎", "盲肠炎"]);

    [Fact]
    public void Missing_column_is_named_with_its_line() =>
        Should.Throw<FormatException>(() => Read("# a comment\nK35\t急性阑尾炎\n")).Message.ShouldStartWith("Line 2 has 2 columns");

    [Fact]
    public void Unknown_class_is_named_with_its_line() =>
        Should.Throw<FormatException>(() => Read("K35\t急性阑尾炎\tbig\t\tK35\t\n")).Message.ShouldContain("“big”");

    [Fact]
    public void Entry_must_cover_its_own_category() =>
        Should.Throw<FormatException>(() => Read("K35\t急性阑尾炎\tminor\t\tK36\t\n")).Message.ShouldContain("K35");

    static DiseaseCatalogue Read(string text) => CatalogueReader.Read(Encoding.UTF8.GetBytes(text));
}
