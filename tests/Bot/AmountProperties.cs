using FsCheck;
using FsCheck.Fluent;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Tests;

/// <summary>What holds for every amount, however it is said.</summary>
public sealed class AmountProperties
{
    private static readonly string[] Around = ["{0}", "花了{0}", "住院一共{0}", "我妈上个月住院12天，总费用{0}", "单子上写着{0}，看看能补不", "3床的，付了{0}。"];

    private static readonly string[] Vague =
    [
        "大概{0}", "{0}左右", "大约要花{0}", "差不多{0}", "{0}上下", "估计{0}", "{0}的样子", "好像是{0}", "可能{0}吧", "将近{0}", "快{0}了", "接近{0}", "小{0}", "不到{0}", "{0}不到", "没有{0}", "顶多{0}", "最多报{0}", "不超过{0}",
        "{0}以内", "撑死{0}", "至少{0}", "起码{0}", "{0}以上", "超过{0}", "超过了{0}", "不止{0}", "{0}都不止", "{0}打底", "{0}往上", "少说{0}", "{0}出头", "{0}挂零", "{0}光景", "差一点{0}", "{0}，记不清了", "应该有{0}", "怕是要{0}", "{0}还不到", "{0}开外", "不下{0}", "{0}大概",
    ];

    private static readonly string[] NoMoney =
    [
        "住了{0}天", "我今年{0}岁", "{0}床", "住{0}病房", "{0}号楼{0}室", "电话138{1}", "尾号{0}", "身份证号320281{1}", "住院号{1}", "每次吃{0}毫克", "挂了{0}ml", "体重{0}斤", "{0}个人", "村里{0}户", "跑了{0}公里", "血压{0}", "高压{0}低压{0}", "第{0}页", "{0}年{0}月{0}号",
        "{0}号出院", "下午{0}点", "等了{0}小时", "交了{0}张单子", "去了{0}趟", "{0}次", "报了百分之{0}", "{0}楼", "切了{0}厘米", "{0}片药", "{0}单元", "白细胞{0}", "QQ号{1}", "发票号{1}", "走了{0}步",
    ];

    private static readonly Gen<Fen> Any = Gen.OneOf(
        Gen.Choose(0, 1_000_000_000).Select(f => new Fen(f)),
        Gen.Choose(0, 100_000).Select(f => new Fen(f)),
        Gen.Choose(0, 10_000_000).Select(y => new Fen(y * 100L)),
        from digit in Gen.Choose(1, 99) from zeros in Gen.Choose(0, 5) select new Fen(digit * (long)Math.Pow(10, zeros) * 100),
        from a in Gen.Choose(1, 9) from b in Gen.Choose(1, 9) from high in Gen.Choose(1, 5) from low in Gen.Choose(0, 5) select new Fen(((a * (long)Math.Pow(10, high)) + (b * (long)Math.Pow(10, low))) * 100));

    [Fact]
    public void Amount_written_in_any_form_reads_back_as_itself() => Prop.ForAll(Arb.From(from fen in Any from around in Gen.Elements(Around) select (fen, around)), one =>
    {
        foreach (var form in AmountForms.Of(one.fen))
        {
            var text = string.Format(one.around, form);
            AmountTests.Written(text).ShouldBe(one.fen.ToString(), text);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Word_that_makes_an_amount_vague_gives_an_interval_around_it() => Prop.ForAll(Arb.From(from yuan in Gen.Choose(100, 1_000_000) from vague in Gen.Elements(Vague) select (new Fen(yuan * 100L), vague)), one =>
    {
        foreach (var form in AmountForms.Of(one.Item1))
        {
            var text = string.Format(one.vague, form);
            var said = Amounts.In(text).ShouldHaveSingleItem(text);
            said.Exact.ShouldBeFalse(text);
            said.Min.ShouldBeLessThanOrEqualTo(one.Item1, text);
            (said.Max is null || said.Max >= one.Item1).ShouldBeTrue(text);
            (said.Min != said.Max).ShouldBeTrue(text);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static readonly Gen<string> Other =
        from template in Gen.Elements(NoMoney)
        from number in Gen.Choose(1, 400)
        from spoken in Gen.Elements(true, false)
        from digits in Gen.Choose(10_000_000, 99_999_999)
        select string.Format(template, spoken ? AmountForms.Number(number) : $"{number}", digits);

    [Fact]
    public void Number_that_is_no_money_gives_no_amount() => Prop.ForAll(Arb.From(Other.NonEmptyListOf()), parts =>
        AmountTests.Written(string.Join('，', parts)).ShouldBe("none", string.Join('，', parts))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Amount_among_other_numbers_is_the_only_one_found() => Prop.ForAll(Arb.From(from before in Other from after in Other from fen in Any select (before, after, fen)), one =>
    {
        foreach (var form in AmountForms.Of(one.fen))
        {
            var text = $"{one.before}，一共花了{form}，{one.after}";
            AmountTests.Written(text).ShouldBe(one.fen.ToString(), text);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
