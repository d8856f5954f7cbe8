using System.Text;

namespace Shouwang.Bot.Replies;

/// <summary>Words from papers and people made harmless (净化): Markdown signs and line ends cannot change how a message looks.</summary>
internal static class Plain
{
    private const string Signs = "*_`[]<>#|~\\{}^";

    /// <summary>Words that the app made elsewhere, in everyday words and harmless.</summary>
    public static string Told(string? text, int longest = 60) => Words(Everyday.Of(text ?? ""), longest);

    /// <summary>The same words without signs that Markdown reads, cut to a length that fits a line, long runs of digits blotted out.</summary>
    public static string Words(string? text, int longest = 60)
    {
        var plain = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (!char.IsControl(c) && !char.IsSurrogate(c) && !Signs.Contains(c))
                plain.Append(c);
        }
        var words = Secrets.BlotOut(plain.ToString().Trim());
        return words.Length <= longest ? words : words[..(longest - 1)] + "…";
    }
}
