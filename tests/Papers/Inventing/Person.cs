namespace Shouwang.Papers.Inventing;

/// <summary>An invented patient. The place digits of the identity number belong to no place, so the number can be nobody's.</summary>
sealed record Person(string Name, string Sex, DateOnly Born, string IdNumber, string Address)
{
    private const string NoPlace = "329901";
    private static readonly string[] Surnames = ["周", "吕", "许", "蒋", "顾", "钱", "缪", "陆", "薛", "殷", "李", "王", "张", "刘", "陈", "杨", "赵", "黄", "吴", "徐", "孙", "朱", "欧阳", "夏", "卞", "耿"];
    private static readonly string[] Male = ["建国", "海金", "志强", "洪生", "永福", "国平", "金根", "伟", "德明", "阿兴", "正华", "士良", "军", "荣林", "浩然", "兴宝"];
    private static readonly string[] Female = ["桂兰", "秀英", "凤珍", "玉兰", "美娣", "小妹", "惠芳", "丽华", "敏", "雪芬", "银凤", "巧云", "燕", "梓涵", "根娣", "素琴"];

    public static Person Invent(Dice dice)
    {
        var female = dice.Chance(50);
        var born = new DateOnly(dice.Between(1938, 2015), dice.Between(1, 12), dice.Between(1, 28));
        var name = dice.Of(Surnames) + dice.Of(female ? Female : Male);
        return Of(name, female, born, dice.Between(0, 499), $"江阴市示例镇守望村{dice.Between(1, 30)}组{dice.Between(1, 99)}号");
    }

    public static Person Of(string name, bool female, DateOnly born, int serial, string address)
    {
        var order = (serial * 2) + (female ? 0 : 1);
        return new Person(name, female ? "女" : "男", born, IdentityNumber($"{NoPlace}{born:yyyyMMdd}{order % 1000:D3}"), address);
    }

    public int AgeOn(DateOnly day) => day.Year - Born.Year - (day < Born.AddYears(day.Year - Born.Year) ? 1 : 0);

    /// <summary>GB 11643 check digit.</summary>
    private static string IdentityNumber(string first17)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = first17.Select((c, i) => (c - '0') * weights[i]).Sum();
        return first17 + "10X98765432"[sum % 11];
    }
}
