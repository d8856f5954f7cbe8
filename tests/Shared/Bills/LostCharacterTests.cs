using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>A rare character that the recogniser did not find leaves its room between two others.</summary>
public class LostCharacterTests
{
    private const string Title = "示例县山中心医院住院费用清单";
    private const int Width = 30;

    /// <param name="hole">How much room there is between 县 and 山.</param>
    private static PaperReading Read(int hole)
    {
        var list = Drawn.Page("", "姓名：周桂兰  住院号：00230446", "项目名称      数量  单价    金额", "住院诊察费    9     16.00   144.00", "静脉输液      2     9.50    19.00");
        var x = 40;
        List<RecognisedWord> words = [];
        foreach (var character in Title)
        {
            x += character == '山' ? hole : 1;
            words.Add(new RecognisedWord($"{character}", new Quad(x, 40, x + Width, 40, x + Width, 70, x, 70), new BasisPoints(9_990)));
            x += Width;
        }
        var line = new RecognisedLine(Title, new Quad(40, 40, x, 40, x, 70, 40, 70), new BasisPoints(9_990), words);
        return BillReader.Read([list with { Lines = [line, .. list.Lines] }]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(8, true)]
    [InlineData(25, false)]
    public void A_hospital_with_room_for_one_more_character_is_not_sure(int hole, bool sure)
    {
        var hospital = Read(hole).Fields[FieldName.Hospital];
        hospital.Value.ShouldBe("示例县山中心医院");
        (hospital.Confidence.Value >= 9_500).ShouldBe(sure);
    }
}
