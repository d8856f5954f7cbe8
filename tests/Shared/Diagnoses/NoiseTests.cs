using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

/// <summary>What must not matter does not.</summary>
public class NoiseTests
{
    static readonly Gen<string> Illness = Gen.Elements("急性阑尾炎", "2型糖尿病", "肺炎", "脑梗死", "胆囊结石", "股骨颈骨折", "慢性肾衰竭", "腰椎间盘突出症", "甲状腺癌");

    [Fact]
    public void First_of_two_plain_diagnoses_leads_in_either_order() =>
        Prop.ForAll(Illness.Two().ToArbitrary(), pair =>
            Code($"1.{pair.Item1} 2.{pair.Item2}") == Code(pair.Item1) && Code($"{pair.Item2}；{pair.Item1}") == Code(pair.Item2)).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbering_sides_and_full_width_change_nothing() =>
        Prop.ForAll(Illness.ToArbitrary(), Gen.Elements("1.", "①", "（1）", "左", "右侧", "　", "诊断：").ToArbitrary(), (illness, before) =>
            Code(before + illness) == Code(illness)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_at_all_gets_an_answer_of_at_most_three() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(s => s is not null), text =>
        {
            var answer = DiagnosisMatcher.Default.Match(text);
            return answer.Matches.Count <= 3 && answer.Matches.All(m => m.Score.Value is >= 0 and <= 10_000) && answer.Matches.Zip(answer.Matches.Skip(1)).Skip(1).All(p => p.First.Score >= p.Second.Score);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_surrogate_pair_and_control_characters_do_no_harm() =>
        Code("\ud83d急性阑尾炎\0\u0007").ShouldBe("K35");

    static string Code(string text) => DiagnosisMatcher.Default.Match(text).Matches[0].Entry.Code;
}
