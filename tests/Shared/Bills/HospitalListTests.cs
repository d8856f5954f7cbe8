using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

public class HospitalListTests
{
    private static readonly HospitalList List = HospitalList.Read(
        "# name, level, place, other names, source\n清溪县第一人民医院\ttertiary\t329900\t\t样例\n清溪县第二人民医院\tsecondary\t329900\t清溪二院\t样例\n示例镇中心卫生院\ttownship\t329900\t\t样例\n临江骨科医院有限公司\tsecondary\t329900\t\t样例\n");

    [Theory]
    [InlineData("清溪县第二人民医院", "secondary")]
    [InlineData("清溪二院", "secondary")]
    [InlineData("清溪县第二人民医阮", "secondary")]
    [InlineData("临江骨科医院", "secondary")]
    [InlineData("临江骨科医院（有限公司）", "secondary")]
    [InlineData("清溪县第二人民医院（东院区）", "secondary")]
    [InlineData("清溪大学附属医院（清溪县第一人民医院）", "tertiary")]
    public void Hospital_is_found_by_its_names_also_shortened_or_misread(string name, string level) => List.Find(name)!.Level.ShouldBe(level);

    [Theory]
    [InlineData("清溪县第三人民医院")]
    [InlineData("望山县第一人民医院")]
    [InlineData("第一人民医院")]
    [InlineData("人民医院")]
    [InlineData("")]
    public void Another_hospital_is_never_taken_for_one_in_the_list(string name) => List.Find(name).ShouldBeNull();

    [Fact]
    public void Shipped_list_has_a_source_on_every_line_and_finds_each_by_its_own_name()
    {
        foreach (var hospital in HospitalList.Shipped.All)
            HospitalList.Shipped.Find(hospital.Name).ShouldBe(hospital);
    }

    [Theory]
    [InlineData("某医院\t三级\t329900\t\t样例", "second column")]
    [InlineData("某医院\ttertiary\t32\t\t样例", "third column")]
    [InlineData("某医院\ttertiary\t329900\t\t", "fifth column")]
    [InlineData("某医院\ttertiary", "2 columns")]
    public void Wrong_line_is_named_with_what_to_do(string line, string said) =>
        Should.Throw<FormatException>(() => HospitalList.Read(line)).Message.ShouldContain(said);

    [Fact]
    public void Level_on_the_paper_counts_before_the_list_and_a_difference_is_told()
    {
        var found = LevelFinding.Of("三级甲等", "清溪县第二人民医院", List);
        (found.Level, found.Source).ShouldBe(("tertiary", LevelSource.Printed));
        found.Doubt.ShouldNotBeNull().ShouldContain("清溪县第二人民医院");
    }

    [Fact]
    public void Level_of_a_listed_hospital_says_where_it_is_from()
    {
        var found = LevelFinding.Of(null, "清溪二院", List);
        (found.Level, found.Source, found.Doubt).ShouldBe(("secondary", LevelSource.Listed, null));
        found.Why.ShouldContain("样例");
    }

    [Theory]
    [InlineData(null, "望山市医院")]
    [InlineData(null, null)]
    [InlineData("一级", "望山镇卫生院")]
    public void Unknown_level_is_asked_and_never_guessed(string? printed, string? hospital)
    {
        var found = LevelFinding.Of(printed, hospital, List);
        (found.Level, found.Source).ShouldBe((null, null));
        found.Why.ShouldContain("问");
    }
}
