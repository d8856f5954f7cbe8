using System.Text;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Reading;

/// <summary>
/// The classes of the medicines list, one letter alone in its cell (类别字): 甲, 乙, 丙. In a bad light the model wavers between shapes that no such cell holds
/// (Z and 2 for 乙, 中 for 甲): in a column of these letters they count for the letter they look like.
/// </summary>
static class ClassLetters
{
    const string Letters = "甲乙丙";
    const int FewestInColumn = 2;
    const float Enough = 0.6f;
    const float Surest = 0.9f;

    static readonly string[] s_alike = ["甲中申由", "乙Zz2", "丙内两"];

    /// <summary>The cells of those columns where most lines are such a letter.</summary>
    public static IEnumerable<PageCell> Cells(PageTable table) => table.Cells.GroupBy(cell => cell.Column).Where(IsOfLetters).SelectMany(column => column);

    /// <summary>The letter a lone character stands for; null where it is none, or not clearly one.</summary>
    public static ReadLine? Meant(ReadLine line)
    {
        if (line.Characters is not [var read])
            return null;
        for (var letter = 0; letter < Letters.Length; letter++)
        {
            var weight = Weight(read, s_alike[letter]);
            if (weight >= Enough)
                return new ReadLine(line.Box, [read with { Value = new Rune(Letters[letter]), Probability = Math.Min(weight, Surest), Others = [] }]);
        }
        return null;
    }

    static float Weight(ReadCharacter read, string alike) =>
        (Among(read.Value, alike) ? read.Probability : 0) + read.Others.Where(other => Among(other.Value, alike)).Sum(other => other.Probability);

    static bool Among(Rune value, string alike) => value.IsBmp && alike.Contains((char)value.Value);

    static bool IsOfLetters(IEnumerable<PageCell> column)
    {
        var lines = column.SelectMany(cell => cell.Lines).ToList();
        var letters = lines.Count(line => line.Text.Length == 1 && Letters.Contains(line.Text[0]));
        return letters >= FewestInColumn && letters * 2 > lines.Count;
    }
}
