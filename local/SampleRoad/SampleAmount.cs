namespace Shouwang.Local.SampleRoad;

/// <summary>Finds an amount in a sentence: "1,200.00" is 1200.00, and is no part of 11,200.00.</summary>
static class SampleAmount
{
    public static bool Names(string sentence, string amount)
    {
        var text = sentence.Replace(",", "", StringComparison.Ordinal);
        for (var at = text.IndexOf(amount, StringComparison.Ordinal); at >= 0; at = text.IndexOf(amount, at + 1, StringComparison.Ordinal))
        {
            var end = at + amount.Length;
            if ((at == 0 || !char.IsAsciiDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(text[end]))) return true;
        }
        return false;
    }
}
