using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public sealed class CloseKindsTests
{
    static IReadOnlyList<string> Of(string code) => [.. CloseKinds.Default.Of(DiseaseCatalogue.Default.Find(code)!).Select(entry => entry.Code)];

    [Fact]
    public void A_disease_named_as_people_name_it_has_its_kinds_beside_it()
    {
        Of("J18").ShouldContain("J15"); // 肺炎: 社区获得性肺炎 and 支原体肺炎 stand under 细菌性肺炎
        Of("J18").ShouldContain("J12");
        Of("J18").ShouldContain("P23");
        Of("K35").ShouldBe(["K36"]); // 阑尾炎: 慢性阑尾炎
        Of("H25").ShouldContain("H26"); // 老年性白内障: 其他白内障
    }

    [Fact]
    public void What_a_disease_did_to_another_place_or_stands_beside_it_is_no_kind_of_it()
    {
        Of("I10").ShouldNotContain("I12"); // 高血压肾病 is a disease of the kidney
        Of("M51").ShouldNotContain("M54"); // 腰椎间盘突出伴坐骨神经痛 is both
        Of("I63").ShouldNotContain("I69"); // 脑梗死后遗症 is what is left of it
    }

    [Fact]
    public void A_word_that_ends_many_names_is_the_name_of_no_one_disease()
    {
        Of("T14").ShouldBeEmpty(); // 损伤
        Of("C34").ShouldNotContain("C80"); // 恶性肿瘤
        DiseaseCatalogue.Default.Entries.Max(entry => CloseKinds.Default.Of(entry).Length).ShouldBeLessThan(20);
    }

    [Fact]
    public void Of_two_each_is_close_to_the_other()
    {
        foreach (var entry in DiseaseCatalogue.Default.Entries)
            CloseKinds.Default.Of(entry).ShouldAllBe(other => CloseKinds.Default.Of(other).Contains(entry) && other != entry);
    }
}
