using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>What a watermark camera writes over a photo is the photo's, not the paper's.</summary>
public class CameraMarkTests
{
    private static readonly RecognisedPage Sheet = Drawn.Page(
        "湖南省城乡居民基本医疗保险住院费用结算单",
        "姓名：白云辉  性别：男",
        "入院日期：2026-06-25  出院日期：2026-07-08",
        "医疗费总额：6702.31  统筹基金支付：4645.43",
        "个人账户支付：0.00  个人现金支付：2056.88");

    private static readonly int Below = Sheet.Height + 60;

    [Fact]
    public void The_place_below_the_weather_is_not_the_hospital()
    {
        var read = Read(("10:19", 30, 0, 80), ("2026年11月2日", 300, 4, 40), ("星期日小雨10℃", 300, 50, 40), ("江西省吉安市泰和县万合镇卫生院", 30, 140, 40), ("今日水印相机真实时间", 900, 180, 30));
        read.Fields.ContainsKey("hospital").ShouldBeFalse();
        read.Fields.Count.ShouldBe(PapersInFile.Read([Sheet]).Fields.Count);
    }

    [Fact]
    public void A_panel_says_nothing_and_what_shows_through_it_stays()
    {
        var read = Read(("工作记录", 160, -50, 40), ("拍摄时间：", 40, 0, 36), ("2026.09.01 09:11", 200, 0, 36), ("住院号：20260417", 240, 26, 24), ("天气：", 40, 50, 36), ("晴13℃", 200, 50, 36), ("地点：", 40, 100, 36), ("贵州省遵义市湄潭县人民医院", 200, 100, 36), ("拍摄人：", 40, 150, 36), ("王保田", 200, 150, 36), ("备注：", 40, 200, 36), ("上报材料", 200, 200, 36));
        read.Fields.ContainsKey("hospital").ShouldBeFalse();
        read.Fields["admissionNumber"].Value.ShouldBe("20260417");
        read.Fields["name"].Value.ShouldBe("白云辉");
    }

    [Fact]
    public void Without_a_camera_s_own_words_a_place_is_the_papers() =>
        Read(("贵州省遵义市湄潭县人民医院", 40, 0, 36)).Fields["hospital"].Value.ShouldEndWith("湄潭县人民医院");

    private static PaperReading Read(params (string Text, int X, int Y, int Height)[] over) => PapersInFile.Read([Sheet with
    {
        Height = Below + 260,
        Lines = [.. Sheet.Lines, .. over.Select(line => Line(line.Text, line.X, Below + line.Y, line.Height))],
    }]);

    private static RecognisedLine Line(string text, int x, int y, int height)
    {
        var width = text.Sum(c => c < 0x2E80 ? height / 2 : height);
        return new(text, new Quad(x, y, x + width, y, x + width, y + height, x, y + height), new BasisPoints(9_900), []);
    }
}
