using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid;

/// <summary>A village that sets 肺炎 is told which kinds of it get another sum.</summary>
public sealed class AlikeSumsTests
{
    static Dictionary<string, Fen> Sums(params (string Entry, int Yuan)[] other)
    {
        var sums = DiseaseCatalogue.Default.Entries.ToDictionary(entry => entry.Code, _ => Fen.FromYuan(800), StringComparer.Ordinal);
        foreach (var (entry, yuan) in other)
            sums[entry] = Fen.FromYuan(yuan);
        return sums;
    }

    [Fact]
    public void Whoever_sets_pneumonia_hears_of_the_pneumonias_that_stand_under_another_entry()
    {
        var alike = AlikeSums.Of(["J18"], Sums(("J18", 2000))).ShouldHaveSingleItem();
        alike.Others.Select(other => other.Disease.Code).ShouldContain("J15");
        alike.Others.ShouldAllBe(other => other.Sum == Fen.FromYuan(800));
        var words = AlikeSums.Words(alike);
        words.ShouldStartWith("“肺炎，病原未写明”单独定了 2,000.00 元");
        words.ShouldContain("社区获得性肺炎");
    }

    [Fact]
    public void What_gets_the_same_sum_or_was_set_too_is_not_asked_about()
    {
        AlikeSums.Of(["K35"], Sums(("K35", 1200), ("K36", 1200))).ShouldBeEmpty();
        AlikeSums.Of(["K35", "K36"], Sums(("K35", 1200), ("K36", 900))).ShouldBeEmpty();
        AlikeSums.Of([], Sums()).ShouldBeEmpty();
    }

    [Fact]
    public void Paper_names_the_first_and_counts_the_others()
    {
        var set = DiseaseCatalogue.Default.Entries.Where(entry => CloseKinds.Default.Of(entry).Length > 0).Where((_, i) => i % 2 == 0).Select(entry => entry.Code).ToList();
        var alike = AlikeSums.Of(set, Sums([.. set.Select(code => (code, 3000))]));
        alike.Length.ShouldBeGreaterThan(20);
        var words = AlikeSums.Words(alike).ToList();
        words.Count.ShouldBe(9);
        words[^1].ShouldContain($"另有 {alike.Length - 8} 种");
    }
}
