using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Shouwang.Shared;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Pages;

/// <summary>A piece of a page (网页片段), written as an interpolated string. Whatever stands in a hole is text and is escaped, unless it is a piece itself.</summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder _text;

    public Html(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + formattedCount * 16);

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new(0, 0);

    /// <summary>A stylesheet of ours as part of a page.</summary>
    public static Html Style(string css)
    {
        var style = new Html(css.Length + 20, 0);
        style._text.Append("<style>\n").Append(css).Append("</style>\n");
        return style;
    }

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Html piece) => _text.Append(piece._text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
            _text.Append(piece._text);
    }

    public void AppendFormatted(string? text)
    {
        if (text is not null)
            _text.Append(s_encoder.Encode(text));
    }

    public void AppendFormatted(long number) => _text.Append(number);

    /// <summary>"12,345.67".</summary>
    public void AppendFormatted(Fen amount) => _text.Append(amount.ToGroupedString().Replace('-', '−'));

    /// <summary>"2026年3月1日".</summary>
    public void AppendFormatted(DateOnly day) => _text.Append(day.InWords());

    public override string ToString() => _text.ToString();
}
