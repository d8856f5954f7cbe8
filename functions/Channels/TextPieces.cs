namespace Shouwang.Functions.Channels;

/// <summary>Cuts words that are too long for one message (分条): after a line, else after a sentence, else where they must end; never inside a character.</summary>
internal static class TextPieces
{
    static readonly string[] s_ends = ["\n", "。", "！", "？", "；", ". ", "，"];

    public static IReadOnlyList<string> Of(string text, int longest)
    {
        List<string> pieces = [];
        var rest = text.Trim();
        while (rest.Length > longest)
        {
            var cut = Cut(rest, longest);
            pieces.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0) pieces.Add(rest);
        return pieces;
    }

    static int Cut(string text, int longest)
    {
        foreach (var end in s_ends)
        {
            var at = text.LastIndexOf(end, longest - end.Length, longest - end.Length, StringComparison.Ordinal);
            // A piece of a few words would only be one message more.
            if (at > longest / 4) return at + end.Length;
        }
        return char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
    }
}
