namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>What a part of a number says (数的成分).</summary>
internal enum Mark
{
    /// <summary>53200, 5.3.</summary>
    Figures,

    /// <summary>零 to 九, 两, 俩, 仨, 壹.</summary>
    Digit,

    /// <summary>十 to 亿, k, w.</summary>
    Unit,

    /// <summary>半.</summary>
    Half,

    /// <summary>几, 数, 好几, 大几, 小几, 个把: some, from <see cref="Token.Value"/> to <see cref="Token.Most"/>.</summary>
    Few,

    /// <summary>多, 来, 余.</summary>
    More,

    /// <summary>把, as in 万把.</summary>
    About,

    /// <summary>点.</summary>
    Point,
}

/// <summary>One part of a number (数的成分).</summary>
/// <param name="Value">A digit's or unit's value; figures in millionths.</param>
/// <param name="Digits">How many figures stand before the point.</param>
/// <param name="Places">How many behind it.</param>
internal readonly record struct Token(Mark Mark, long Value, long Most = 0, int Digits = 0, int Places = 0)
{
    public bool IsZero => Mark == Mark.Digit && Value == 0;
}
