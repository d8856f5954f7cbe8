using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class CatalogueTests
{
    static readonly DiseaseCatalogue Catalogue = DiseaseCatalogue.Default;

    [Fact]
    public void Catalogue_has_1296_entries_of_which_191_are_serious_and_1105_minor()
    {
        Catalogue.Entries.Count.ShouldBe(1296);
        Catalogue.Entries.Count(e => e.Serious).ShouldBe(191);
        Catalogue.Entries.Count(e => !e.Serious).ShouldBe(1105);
    }

    [Fact]
    public void Every_serious_entry_says_why_and_no_minor_one_does() =>
        Catalogue.Entries.ShouldAllBe(e => e.Serious == (e.Why != null));

    [Fact]
    public void No_category_belongs_to_two_entries() =>
        Catalogue.Entries.SelectMany(e => e.Icd10).GroupBy(c => c).Where(g => g.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void No_name_or_alias_means_two_entries() =>
        Catalogue.Entries.SelectMany(e => e.Aliases.Prepend(e.Name)).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Every_malignant_tumour_is_serious() =>
        Catalogue.Entries.Where(e => e.Code[0] == 'C').ShouldAllBe(e => e.Serious);

    [Theory]
    [InlineData("K35", "K35")]
    [InlineData("k35.8", "K35")]
    [InlineData(" I21.900x001", "I21")]
    [InlineData("I22", "I21")]
    public void Code_in_any_written_form_finds_its_entry(string code, string entry) =>
        Catalogue.FindByIcd10(code)!.Code.ShouldBe(entry);

    [Theory]
    [InlineData("V01")]
    [InlineData("X99.0")]
    [InlineData("")]
    [InlineData("阑尾炎")]
    public void External_cause_or_nonsense_finds_no_entry(string code) =>
        Catalogue.FindByIcd10(code).ShouldBeNull();
}
