using System.Text;

namespace Shouwang.Recognizer.Recognition;

/// <summary>
/// Roman numerals before 级, 度, 期 and 型 (罗马数字): the model takes Ⅱ for I or Ⅲ, or leaves it out. Where the picture is clear their strokes are counted instead.
/// The model has no key for Ⅰ: it is only given where one stroke was counted.
/// </summary>
static class RomanNumerals
{
    /// <summary>How sure a numeral is whose strokes were counted.</summary>
    public const float Counted = 0.98f;

    /// <summary>At most, how sure one stroke is that could not be counted: it may be what is left of two.</summary>
    public const float Uncounted = 0.6f;

    const float SurelyRead = 0.9f;

    const string Numerals = "ⅠⅡⅢ";
    const string Units = "级度期型";
    const string OneStroke = "Il|丨";
    const string Strokes = Numerals + OneStroke + "‖";
    const string AlsoBeforeNursing = "1川目";
    const string Nursing = "级护理";
    const string Opening = ")]】、,:;。";
    const int LongestRun = 3;

    // Of the width of a Chinese character: from its middle to the edge between it and the numeral.
    const float NearestEdge = 0.3f;
    const float FurthestEdge = 0.62f; // further off lies the blank between two strokes
    const float Widest = 1.15f;

    const float Usual = 0.7f; // of the line's height, a Chinese character
    const float Narrow = 0.54f;
    const float Wide = 0.83f;
    const float Even = 0.03f;

    /// <summary>Whether there is a numeral to look at.</summary>
    public static bool Concern(IReadOnlyList<ReadCharacter> read) => Enumerable.Range(0, read.Count).Any(unit => Start(read, unit) is not null);

    /// <param name="scale">Pixels of the photo in one column of <paramref name="line"/>.</param>
    public static List<ReadCharacter> Settle(List<ReadCharacter> read, LineLight line, float scale)
    {
        for (var unit = read.Count - 1; unit >= 0; unit--)
        {
            if (Start(read, unit) is not { } start)
                continue;
            var em = Em(read, start, unit, line);
            var (left, right) = Between(read, start, unit, line, em);
            if (RomanStrokes.Count(line, left, right, em, scale) is { } counted && !Contradicts(read, start, unit, counted.Strokes))
            {
                read.RemoveRange(start, unit - start);
                read.Insert(start, new ReadCharacter(new Rune(Numerals[counted.Strokes - 1]), Math.Clamp((counted.Middle - line.Before) / line.LineWidth, 0, 1), Counted, []));
            }
            else if (unit - start > 0 && OneStroke.Contains(Char(read, start)))
            {
                read[start] = read[start] with { Probability = Math.Min(Uncounted, read[start].Probability) };
            }
            unit = start;
        }
        return read;
    }

    /// <summary>Where the numeral before a unit begins, which is the unit's own place where none was read; null where none is expected.</summary>
    static int? Start(IReadOnlyList<ReadCharacter> read, int unit)
    {
        if (!Units.Contains(Char(read, unit)))
            return null;
        var isNursing = Char(read, unit) == Nursing[0] && Char(read, unit + 1) == Nursing[1] && Char(read, unit + 2) == Nursing[2];
        var end = Char(read, unit - 1) == ' ' ? unit - 1 : unit;
        var start = end;
        while (end - start < LongestRun && (Strokes.Contains(Char(read, start - 1)) || (isNursing && AlsoBeforeNursing.Contains(Char(read, start - 1)))))
            start--;
        var before = Char(read, start - 1);
        // Beside a letter or a figure the strokes may be theirs.
        if (before != default && before != ' ' && !IsHan(before) && !Opening.Contains(before))
            return null;
        return start < end || (isNursing && !IsHan(before)) ? start : null;
    }

    /// <summary>Strokes are lost to the model, hardly ever added: more of them surely read speak against the count.</summary>
    static bool Contradicts(List<ReadCharacter> read, int start, int unit, int strokes) =>
        Enumerable.Range(start, unit - start).Any(i => read[i].Probability >= SurelyRead && Numerals.IndexOf(Char(read, i), StringComparison.Ordinal) >= strokes);

    /// <summary>Between which columns the numeral stands.</summary>
    static (int Left, int Right) Between(List<ReadCharacter> read, int start, int unit, LineLight line, float em)
    {
        var middle = line.Before + (read[unit].Position * line.LineWidth);
        var right = Lightest(line, middle - (NearestEdge * em), middle - (FurthestEdge * em));
        var left = (int)(right - (Widest * em));
        if (!IsHan(Char(read, start - 1)))
            return (left, right);
        var before = line.Before + (read[start - 1].Position * line.LineWidth);
        return (Math.Max(left, Lightest(line, before + (NearestEdge * em), before + (FurthestEdge * em))), right);
    }

    /// <summary>Columns that a Chinese character takes, by those before and behind the numeral.</summary>
    static float Em(List<ReadCharacter> read, int start, int unit, LineLight line)
    {
        var (first, last) = (start - 1, unit);
        while (IsHan(Char(read, first)) && IsHan(Char(read, first - 1)))
            first--;
        while (IsHan(Char(read, last + 1)))
            last++;
        var (steps, way) = (last - unit, read[last].Position - read[unit].Position);
        if (first < start - 1)
            (steps, way) = (steps + start - 1 - first, way + read[start - 1].Position - read[first].Position);
        return Math.Clamp(steps > 0 ? way * line.LineWidth / steps : Usual * line.Height, Narrow * line.Height, Wide * line.Height);
    }

    /// <summary>The first column, from one place towards another, than which hardly any has less ink.</summary>
    static int Lightest(LineLight line, float from, float to)
    {
        var (first, last) = (Math.Clamp((int)from, 0, line.Width - 1), Math.Clamp((int)to, 0, line.Width - 1));
        var step = Math.Sign(last - first);
        var light = Enumerable.Range(0, Math.Abs(last - first) + 1).Select(i => line.Mean(first + (i * step), 0.15f, 0.85f)).ToList();
        var enough = light.Max() - (Even * (light.Max() - light.Min()));
        return first + (light.FindIndex(value => value >= enough) * step);
    }

    static char Char(IReadOnlyList<ReadCharacter> read, int at) => at >= 0 && at < read.Count && read[at].Value.IsBmp ? (char)read[at].Value.Value : default;

    static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF' and not ('川' or '目' or '丨');
}
