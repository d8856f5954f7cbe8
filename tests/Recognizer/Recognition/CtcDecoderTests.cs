using System.Text;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tests.Recognition;

public sealed class CtcDecoderTests
{
    // Keys: 0 none, 1 甲, 2 乙, 3 丙, 4 space.
    static readonly CtcDecoder Decoder = new("甲乙丙".EnumerateRunes());

    static List<ReadCharacter> Decode(params float[][] steps) => Decoder.Decode(steps.SelectMany(step => step).ToArray(), usedShare: 1);

    static float[] Step(int key, float probability)
    {
        var step = Enumerable.Repeat((1 - probability) / 4, 5).ToArray();
        step[key] = probability;
        return step;
    }

    static string Text(IEnumerable<ReadCharacter> characters) => string.Concat(characters.Select(c => c.Value));

    [Fact]
    public void A_character_held_over_several_steps_is_one_with_its_highest_probability()
    {
        var read = Decode(Step(1, 0.7f), Step(1, 0.95f), Step(1, 0.8f));

        Text(read).ShouldBe("甲");
        read[0].Probability.ShouldBe(0.95f);
        read[0].Position.ShouldBe(0.5f, 0.001f);
    }

    [Fact]
    public void The_same_character_twice_needs_a_gap_between() => Text(Decode(Step(2, 0.9f), Step(0, 0.9f), Step(2, 0.9f), Step(3, 0.9f))).ShouldBe("乙乙丙");

    [Fact]
    public void A_character_the_model_could_not_settle_is_kept_with_its_low_probability()
    {
        var read = Decode(Step(1, 0.99f), Step(0, 0.9f), [0.5f, 0.05f, 0.25f, 0.15f, 0.05f], Step(3, 0.99f));

        Text(read).ShouldBe("甲乙丙");
        read[1].Probability.ShouldBe(0.25f);
    }

    [Fact]
    public void Plain_emptiness_gives_nothing() => Decode(Step(0, 0.98f), Step(0, 0.9f), Step(0, 0.7f)).ShouldBeEmpty();

    [Fact]
    public void Padding_does_not_move_places()
    {
        var read = Decoder.Decode([.. Step(1, 0.9f), .. Step(0, 0.9f), .. Step(0, 0.9f), .. Step(0, 0.9f)], usedShare: 0.5f);
        read.ShouldHaveSingleItem().Position.ShouldBe(0.25f, 0.001f);
    }

    [Fact]
    public void A_lone_Z_is_class_B_of_the_medicines_list()
    {
        var read = LookAlikes.Choose([new(new('Z'), 0.5f, 0.7f, [new(new('乙'), 0.2f)])]);

        Text(read).ShouldBe("乙");
        read[0].Probability.ShouldBe(0.9f, 0.001f);
    }

    [Fact]
    public void A_Z_in_a_code_stays_a_Z() => Text(LookAlikes.Choose([Sure('Z'), Sure('C'), Sure('0')])).ShouldBe("ZC0");

    [Fact]
    public void Among_capital_numerals_a_look_alike_gives_way_to_the_numeral_the_model_also_saw()
    {
        var read = LookAlikes.Choose([Sure('玖'), new(new('件'), 0.2f, 0.6f, [new(new('仟'), 0.3f)]), Sure('伍'), Sure('佰'), Sure('元'), Sure('整')]);

        Text(read).ShouldBe("玖仟伍佰元整");
        read[1].Probability.ShouldBe(0.3f);
    }

    [Fact]
    public void What_stands_before_the_first_unit_of_an_amount_in_words_says_how_many()
    {
        ReadCharacter[] rest = [Sure('仟'), Sure('伍'), Sure('佰'), Sure('元'), Sure('整')];

        Text(LookAlikes.Choose([new(new('建'), 0.1f, 0.32f, [new(new('整'), 0.312f), new(new('肆'), 0.311f)]), .. rest])).ShouldBe("肆仟伍佰元整");
        Text(LookAlikes.Choose([new(new('写'), 0.1f, 0.9f, [new(new('与'), 0.05f)]), .. rest])).ShouldBe("写仟伍佰元整");
        Text(LookAlikes.Choose([new(new('写'), 0.1f, 0.9f, [new(new('伍'), 0.05f)]), Sure('壹'), .. rest])).ShouldBe("写壹仟伍佰元整");
    }

    [Fact]
    public void A_figure_is_never_changed() => Text(LookAlikes.Choose([Sure('1'), new(new('8'), 0.5f, 0.5f, [new(new('6'), 0.49f)]), Sure('0')])).ShouldBe("180");

    static ReadCharacter Sure(char c) => new(new Rune(c), 0.5f, 0.99f, []);
}
