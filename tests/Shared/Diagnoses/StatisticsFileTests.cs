using System.Text;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.Diagnoses;

public class StatisticsFileTests
{
    static readonly Statistics File = Statistics.Default;

    [Fact]
    public void Every_figure_of_an_entry_is_of_one_the_catalogue_has() =>
        File.Figures.Where(f => f.Of.Length == 3 && !f.Of.Contains(':')).ShouldAllBe(f => DiseaseCatalogue.Default.Entries.Any(e => e.Code == f.Of));

    [Fact]
    public void The_mix_of_diseases_of_every_age_and_sex_adds_up() =>
        File.Figures.Where(f => f.Name == "share").GroupBy(f => f.Of.Split('@')[1]).ShouldAllBe(mix => mix.Sum(f => f.Value) == 10_000);

    [Fact]
    public void The_ages_follow_each_other_without_a_gap_and_every_disease_has_a_cost()
    {
        File.Ages.Zip(File.Ages.Skip(1)).ShouldAllBe(pair => pair.First.To + 1 == pair.Second.From);
        (File.Ages[0].From, File.Ages[^1].To).ShouldBe((0, AgeSpan.Oldest));
        DiseaseCatalogue.Default.Entries.ShouldAllBe(entry => File.Cost(entry) >= Shared.Money.Fen.FromYuan(1000) && File.Weight(entry) > 0);
    }

    [Theory]
    [InlineData("*\tstays\t1800", "columns")]
    [InlineData("X\tstays\t1800\tu\tassumed\tlong enough", "neither")]
    [InlineData("*\tstays\t-1\tu\tassumed\tlong enough", "whole number")]
    [InlineData("*\tstays\t1\tu\tguessed\tlong enough", "published or assumed")]
    [InlineData("*\tstays\t1\tu\tassumed\tlong enough\n*\tstays\t2\tu\tassumed\tlong enough", "already")]
    public void A_line_that_is_wrong_is_named_with_its_remedy(string lines, string says)
    {
        var fault = Should.Throw<FormatException>(() => StatisticsReader.Read(Encoding.UTF8.GetBytes(lines)));
        fault.Message.ShouldContain(says);
        fault.Message.ShouldStartWith("Line ");
    }
}
