using System.Text;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tests.Recognition;

public sealed class WordPriorTests
{
    static readonly WordPrior s_few = new(["静脉输液", "泮托拉唑", "胸部CT平扫", "第二人民医院", "三级"]);
    static readonly WordPrior s_shipped = WordPrior.OfPapers();

    static ReadCharacter Sure(char value) => new(new Rune(value), 0.5f, 0.99f, []);

    static ReadCharacter Unsure(char value, float probability, params (char Value, float Probability)[] others) =>
        new(new Rune(value), 0.5f, probability, [.. others.Select(other => new Possibility(new Rune(other.Value), other.Probability))]);

    static string Text(List<ReadCharacter> read) => string.Concat(read.Select(c => c.Value.ToString()));

    [Fact]
    public void Between_characters_the_model_wavered_between_the_neighbours_decide()
    {
        Text(s_few.Choose([Sure('静'), Sure('脉'), Unsure('辅', 0.84f, ('输', 0.14f)), Sure('液')])).ShouldBe("静脉输液");
        Text(s_few.Choose([Unsure('洋', 0.81f, ('消', 0.13f), ('泮', 0.02f)), Sure('托'), Sure('拉'), Sure('唑')])).ShouldBe("泮托拉唑");
    }

    [Fact]
    public void Several_unsure_characters_are_settled_together() =>
        Text(s_few.Choose([Sure('第'), Unsure('一', 0.5f, ('二', 0.4f)), Unsure('大', 0.65f, ('人', 0.31f)), Unsure('氏', 0.6f, ('民', 0.3f)), Sure('医')])).ShouldBe("第一人民医");

    [Fact]
    public void What_stands_together_in_many_words_is_likelier_than_what_does_in_one() =>
        Text(new WordPrior(["高压注射连接管", "参麦注射液", "生脉注射液", "丹参注射液", "黄芪注射液"]).Choose([Sure('注'), Sure('射'), Unsure('连', 0.5f, ('液', 0.4f))])).ShouldBe("注射液");

    [Fact]
    public void A_character_chosen_so_is_never_sure_and_the_others_stay_as_they_were_read()
    {
        var read = s_few.Choose([Sure('静'), Sure('脉'), Unsure('辅', 0.84f, ('输', 0.14f)), Sure('液')]);
        read[2].Probability.ShouldBe(0.85f);
        s_few.Choose([Sure('静'), Sure('脉'), Unsure('铺', 0.3f, ('输', 0.2f)), Sure('液')])[2].Probability.ShouldBe(0.5f, 0.001f);
        read[0].ShouldBe(Sure('静'), "what was sure stays so");
    }

    [Theory]
    [InlineData('8', '0')]
    [InlineData('0', '8')]
    [InlineData('三', '二')] // how much
    [InlineData('伍', '仟')]
    [InlineData('甲', '乙')] // of which class
    public void What_says_how_much_is_read_as_it_looks(char read, char other) =>
        Text(new WordPrior([$"脉{other}液"]).Choose([Sure('脉'), Unsure(read, 0.4f, (other, 0.39f)), Sure('液')])).ShouldBe($"脉{read}液");

    [Fact]
    public void No_numeral_is_put_in_place_of_another_character() =>
        Text(s_few.Choose([Unsure('川', 0.5f, ('三', 0.49f)), Sure('级')])).ShouldBe("川级");

    [Fact]
    public void A_grade_that_was_taken_for_a_character_is_a_grade_again_and_no_grade_becomes_another()
    {
        Text(s_shipped.Choose([Unsure('卫', 0.3f, ('且', 0.27f), ('Ⅱ', 0.16f)), Sure('级'), Sure('护'), Sure('理')])).ShouldBe("Ⅱ级护理");
        Text(s_shipped.Choose([Unsure('Ⅰ', 0.5f, ('Ⅱ', 0.49f)), Sure('级'), Sure('护'), Sure('理')])).ShouldBe("Ⅰ级护理");
    }

    [Fact]
    public void What_the_model_did_not_hold_possible_is_not_put_there() => Text(s_few.Choose([Sure('静'), Sure('脉'), Unsure('辅', 0.9f), Sure('液')])).ShouldBe("静脉辅液");

    [Fact]
    public void What_is_much_less_likely_is_not_chosen_for_one_neighbour_alone() =>
        Text(s_few.Choose([Sure('房'), Unsure('都', 0.93f, ('部', 0.01f)), Sure('胸')])).ShouldBe("房都胸");

    [Fact]
    public void A_persons_name_that_no_word_speaks_for_stays_as_read() => Text(s_shipped.Choose([Sure('卞'), Unsure('淑', 0.6f, ('叔', 0.3f)), Sure('娴')])).ShouldBe("卞淑娴");

    [Theory]
    [InlineData("旬邑县", "旬色县", '邑', 1)] // places
    [InlineData("慢性胆囊炎", "慢性胆赢炎", '囊', 3)] // diseases
    [InlineData("定点医疗机构", "定点医疗机枸", '构', 5)] // labels
    [InlineData("注射用泮托拉唑钠", "注射用洋托拉唑钠", '泮', 3)] // charged items
    [InlineData("复方鲜竹沥液", "复方鲜竹新液", '沥', 4)]
    [InlineData("丙泊酚乳状注射液", "丙泊脂乳状注射液", '酚', 2)]
    [InlineData("钬激光碎石", "铁激光碎石", '钬', 0)]
    [InlineData("支气管肺泡灌洗", "支气管肺泡雕洗", '灌', 5)]
    [InlineData("双极股骨头", "双根股骨头", '极', 1)]
    [InlineData("耳穴埋豆", "耳穴理豆", '埋', 2)]
    [InlineData("康复科", "康复料", '科', 2)] // what else they say
    public void The_words_that_ship_are_those_of_hospital_papers(string printed, string read, char meant, int at)
    {
        var characters = read.Select((c, i) => i == at ? Unsure(c, 0.7f, (meant, 0.05f)) : Sure(c)).ToList();
        Text(s_shipped.Choose(characters)).ShouldBe(printed);
    }

    [Fact]
    public void Names_of_charged_items_are_whole_words_of_characters_and_stand_in_one_list_once()
    {
        var items = Words("words/items.txt");
        items.ShouldBeUnique();
        items.Intersect(Words("words/printed.txt")).ShouldBeEmpty();
        items.Where(word => word.Length < 2 || !word.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or (>= 'α' and <= 'ω') or (>= 'Ⅰ' and <= 'Ⅻ') or (>= '\u4E00' and <= '\u9FFF'))).ShouldBeEmpty();
    }

    static List<string> Words(string resource)
    {
        using var reader = new StreamReader(typeof(WordPrior).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
