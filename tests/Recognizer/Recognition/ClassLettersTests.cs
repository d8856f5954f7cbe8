using System.Text;
using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Reading;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Tests.Recognition;

public sealed class ClassLettersTests
{
    static readonly TextBox s_box = new(new(0, 0), new(20, 0), new(20, 20), new(0, 20), 1);

    static ReadLine Line(char read, float probability, params (char Value, float Probability)[] others) =>
        new(s_box, [new(new Rune(read), 0.5f, probability, [.. others.Select(other => new Possibility(new Rune(other.Value), other.Probability))])]);

    [Fact]
    public void Shapes_between_which_the_model_wavers_count_together_for_the_letter_they_look_like()
    {
        var letter = ClassLetters.Meant(Line('Z', 0.41f, ('2', 0.3f), ('乙', 0.06f), ('7', 0.02f))).ShouldNotBeNull();
        (letter.Text, letter.Score).ShouldBe(("乙", 0.77f));
        ClassLetters.Meant(Line('中', 0.57f, ('甲', 0.3f)))!.Text.ShouldBe("甲");
        ClassLetters.Meant(Line('丙', 0.99f))!.Score.ShouldBeLessThan(0.95f); // it is chosen among three, not read as if all were possible
    }

    [Fact]
    public void What_looks_like_none_or_holds_more_is_no_letter()
    {
        ClassLetters.Meant(Line('人', 0.83f, ('甲', 0.1f))).ShouldBeNull();
        ClassLetters.Meant(Line('Z', 0.2f, ('甲', 0.2f))).ShouldBeNull();
        ClassLetters.Meant(new(s_box, [.. Line('2', 0.9f).Characters, .. Line('2', 0.9f).Characters])).ShouldBeNull();
    }

    [Fact]
    public void Only_a_column_of_such_letters_is_taken_for_one()
    {
        PageCell Cell(int row, int column, params ReadLine[] lines) => new(row, column, s_box, lines);
        var table = new PageTable(3, 2, [Cell(0, 0, Line('甲', 1)), Cell(1, 0, Line('乙', 1)), Cell(2, 0), Cell(0, 1, Line('2', 1)), Cell(1, 1, Line('2', 1)), Cell(2, 1, Line('甲', 1))]);
        ClassLetters.Cells(table).Select(cell => (cell.Row, cell.Column)).ShouldBe([(0, 0), (1, 0), (2, 0)]);
    }
}
