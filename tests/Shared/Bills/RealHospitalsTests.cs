using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>The list that ships holds real hospitals: whoever is not in it gets none of their levels.</summary>
public class RealHospitalsTests
{
    private static readonly HospitalList List = HospitalList.Shipped;

    [Theory]
    [InlineData("江阴市中医院", "江阴市中医院")]
    [InlineData("江苏省无锡市第二人民医院", "无锡市第二人民医院")]
    [InlineData("江南大学附属医院", "无锡市第四人民医院")]
    [InlineData("浙江大学医学院附属第一医院（庆春院区）", "浙江大学医学院附属第一医院")]
    [InlineData("浙江大学医学院附属第一医阮", "浙江大学医学院附属第一医院")]
    [InlineData("苏北人民医院", "江苏省苏北人民医院")]
    public void A_real_hospital_is_found_as_papers_write_it(string read, string name) => List.Find(read)!.Name.ShouldBe(name);

    [Theory]
    // One character from one that is listed: another town, another university, another kind of hospital.
    [InlineData("滨州市中医院")]
    [InlineData("江山市中医院")]
    [InlineData("南京眼科医院")]
    [InlineData("南京骨科医院")]
    [InlineData("江苏省胸科医院")]
    [InlineData("江汉大学附属医院")]
    [InlineData("无锡市第五人民医院")]
    [InlineData("宿州市人民医院")]
    [InlineData("宿迁市人和医院")]
    [InlineData("宿迁市爱民医院")]
    [InlineData("南京医药大学第二附属医院")]
    [InlineData("河西医科大学附属第一医院")]
    // What any town has.
    [InlineData("第一人民医院")]
    [InlineData("第八人民医院")]
    [InlineData("妇女儿童医院")]
    [InlineData("精神卫生中心")]
    [InlineData("中心医院")]
    [InlineData("附属第一医院")]
    // Its branch, its partner.
    [InlineData("无锡市人民医院（长泾分院）")]
    [InlineData("江苏省人民医院（协作医院）")]
    [InlineData("望山县人民医院（江苏省人民医院协作医院）")]
    [InlineData("上海交通大学医学院附属新华医院（崇明）")]
    // Zhoushan has a district of that name too.
    [InlineData("普陀区中心医院")]
    // Two hospitals in one line.
    [InlineData("无锡市人民医院（江阴市中医院）")]
    public void An_unknown_hospital_with_a_name_alike_gets_no_level(string read) => List.Find(read).ShouldBeNull();

    [Fact]
    public void A_name_without_its_place_is_that_of_the_persons_own_place_or_of_none()
    {
        List.Find("第七人民医院", "330100")!.Name.ShouldBe("杭州市第七人民医院");
        List.Find("萧山区第一人民医院", "330100")!.Name.ShouldBe("杭州市萧山区第一人民医院");
        List.Find("普陀区中心医院", "330900").ShouldBeNull();
        // Xiaoshan, in the same prefecture, has a First People's Hospital too; Jiangyin may have a Second that is not listed.
        List.Find("第一人民医院", "330100").ShouldBeNull();
        List.Find("第二人民医院", "320281").ShouldBeNull();
        List.Find("第七人民医院", "320281").ShouldBeNull();
    }

    [Fact]
    public void Place_decides_between_hospitals_of_one_name()
    {
        var list = HospitalList.Read("仁爱医院总院\ttertiary\t329901\t\t样例\n仁爱医院总院\tsecondary\t329902\t\t样例\n");
        (list.Find("仁爱医院总院"), list.Find("仁爱医院总院", "329902")?.Level, list.Find("仁爱医院总院", "329903")).ShouldBe((null, "secondary", null));
        HospitalList.Read("仁爱医院总院\ttertiary\t329901\t\t样例\n仁爱医院总院\ttertiary\t329901\t\t样例二\n").Find("仁爱医院总院")!.Level.ShouldBe("tertiary");
    }

    [Fact]
    public void Every_shipped_line_says_what_it_read_where_and_is_found_by_each_of_its_names()
    {
        HospitalChecks.Of(List.All).ShouldBeEmpty();
        foreach (var hospital in List.All.Where(h => h.Source != "样例，虚构"))
        {
            hospital.Said.ShouldStartWith("三级");
            hospital.Source.ShouldMatch("(@[0-9a-f]{7}|https?://).*；2026-11-22读$", hospital.Name);
            if (!hospital.Source.Split('；')[1..^1].Skip(1).Any())
                hospital.Said.ShouldContain("只", customMessage: hospital.Name);
        }
    }

    [Fact]
    public void No_two_prefectures_confuse_each_other_when_a_towns_name_is_exchanged()
    {
        // Every listed name with another town's put before it: it is either listed as that, or nobody's.
        string[] towns = ["清溪县", "望山市", "临江市", "滨州市", "台州市"];
        var listed = List.All.SelectMany(h => h.OtherNames.Append(h.Name)).ToHashSet();
        foreach (var name in listed.Where(n => HospitalName.Short(n) is not null))
        {
            foreach (var other in towns.Select(town => town + HospitalName.Short(name)).Where(other => !listed.Contains(other)))
                List.Find(other).ShouldBeNull(other);
        }
    }
}
