namespace Shouwang.Bot.Replies;

/// <summary>Cuts long words into messages that fit (分段), at a line end where there is one, else after a sentence.</summary>
internal static class Pieces
{
    public static IReadOnlyList<string> Of(string text, int longest)
    {
        var pieces = new List<string>();
        var rest = text.Trim();
        while (rest.Length > longest)
        {
            var cut = Cut(rest, longest);
            pieces.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0 || pieces.Count == 0)
            pieces.Add(rest);
        return pieces;
    }

    private static int Cut(string text, int longest)
    {
        foreach (var end in (ReadOnlySpan<string>)["\n\n", "。", "；", "，"])
        {
            var at = text.LastIndexOf(end, longest - end.Length, StringComparison.Ordinal);
            if (at > 0)
                return at + end.Length;
        }
        return longest;
    }
}
