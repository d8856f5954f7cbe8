namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Tells words a villager reads from words of a program.</summary>
static class Chinese
{
    public static bool Is(string line) => line.Any(letter => letter is >= '\u4e00' and <= '\u9fff') && !line.Contains("Exception", StringComparison.Ordinal);
}
