using Shouwang.Shared.Bills;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>A rare character of a diagnosis that was hardly legible, and the names of diseases that may tell it.</summary>
public class KnownDiseasesTests
{
    [Theory]
    [InlineData("右桡骨远端骨折", '桡', 4_000, true)]
    [InlineData("右桡骨骨折", '桡', 4_000, false)] // 尺骨骨折 differs in it alone.
    [InlineData("右桡骨远端骨折", '右', 4_000, false)]
    [InlineData("右桡骨远端骨折", '桡', 1_000, false)]
    public void A_character_is_told_by_a_whole_name_that_no_other_is_like(string diagnosis, char character, int confidence, bool told) =>
        KnownDiseases.Tell(diagnosis, diagnosis.IndexOf(character), confidence).ShouldBe(told);

    [Theory]
    [InlineData("桡骨远端骨折", 1, true)]
    [InlineData("桡骨骨折", 1, false)]
    [InlineData("桡骨远端骨折", 3, false)]
    public void What_a_name_tells_leaves_the_diagnosis_sure_where_the_rest_was_legible(string diagnosis, int faint, bool sure)
    {
        var page = Drawn.Page("示例镇卫生院", "出院记录", "姓名：周桂兰  性别：女", "出院诊断：  " + diagnosis, "出院医嘱：休息");
        var paper = BillReader.Read([page with { Lines = [.. page.Lines.Select(line => line.Text == diagnosis ? Faint(line, faint) : line)] }]);
        (paper.Fields[FieldName.Diagnosis].Confidence.Value >= 9_500).ShouldBe(sure);
    }

    private const int Character = 22;

    /// <summary>The line by its characters, the first of which are hardly legible.</summary>
    private static RecognisedLine Faint(RecognisedLine line, int faint)
    {
        var words = line.Text.Select((c, i) =>
        {
            var (left, right) = (line.Where.Left + (Character * i), line.Where.Left + (Character * (i + 1)));
            return new RecognisedWord($"{c}", new Quad(left, line.Where.Top, right, line.Where.Top, right, line.Where.Bottom, left, line.Where.Bottom), new BasisPoints(i < faint ? 4_000 : 9_950));
        });
        return line with { Words = [.. words] };
    }
}
