using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>What a reader of seventy is told of an insurance settlement.</summary>
public class PlainWordsTests
{
    private static readonly AdmissionFacts Facts = new()
    {
        Place = "110000",
        Date = new DateOnly(2024, 5, 20),
        Person = new PersonFacts { Age = 64, Statuses = ["low-income"] },
        Stay = new StayFacts { HospitalLevel = "tertiary", Area = "local", OrdinalInYear = 1, Total = Fen.FromYuan(10_000), InScope = Fen.FromYuan(9_300) },
    };

    private static readonly string[] Sentences = [.. Explain.Sentences(Adjudicator.Adjudicate(PolicyLibrary.Shipped.Resolve("110000", Facts.Date), Facts), Facts)];

    [Fact]
    public void The_amount_comes_first_in_figures_and_in_capitals() =>
        Sentences[0].ShouldBe("这次住院，您自己要付 1,195.00 元（壹仟壹佰玖拾伍元整）。");

    [Fact]
    public void A_rate_is_told_as_so_many_yuan_of_a_hundred() =>
        Sentences.ShouldContain("起付线是 1,300.00 元，这一部分自己先付。超过的部分每 100 元报 75 元。算式：(9300.00 − 1300.00) × 75%。");

    [Fact]
    public void A_layer_that_people_do_not_know_by_name_is_told_in_everyday_words() =>
        Sentences.ShouldContain("医疗救助（给困难人员的补助）报 2,805.00 元。");

    [Fact]
    public void Another_choice_is_told_where_the_rules_give_one() => Sentences.ShouldContain(s => s.Contains("如果在县医院（二级）住院，您自己少付"));

    [Fact]
    public void Sentences_are_short() => Sentences.SelectMany(s => s.Split('。')).ShouldAllBe(s => s.Length <= 60);
}
