using System.Collections.Frozen;
using System.Text.Json;

namespace Shouwang.Bot.Understanding;

/// <summary>Phrases that mean one thing and nothing else (口令). They come before everything that guesses.</summary>
internal static class Commands
{
    private static readonly FrozenDictionary<string, Intent> Phrases = Read();

    /// <summary>The command that the text is; 嗯嗯嗯 is 嗯.</summary>
    public static Intent Find(string text)
    {
        var bare = Normal.Bare(text);
        return Phrases.TryGetValue(bare, out var command) ? command : bare.Length > 2 && bare.AsSpan().IndexOfAnyExcept(bare[0]) < 0 ? Phrases.GetValueOrDefault(bare[..1]) : Intent.Unknown;
    }

    /// <summary>The number of a choice: 1, １, 一, ①, 1️⃣, 选1, 第一个, 回2. Null where the text is more than that.</summary>
    public static int? Choice(string text)
    {
        var bare = Normal.Bare(text);
        foreach (var lead in (ReadOnlySpan<string>)["我选", "选择", "选", "回复", "回", "按", "第"])
        {
            if (bare.StartsWith(lead, StringComparison.Ordinal))
            {
                bare = bare[lead.Length..];
                break;
            }
        }
        if (bare.StartsWith('第'))
            bare = bare[1..];
        foreach (var tail in (ReadOnlySpan<string>)["个", "项", "号", "条", "种"])
        {
            if (bare.EndsWith(tail, StringComparison.Ordinal))
                bare = bare[..^tail.Length];
        }
        return bare switch
        {
            "一" or "壹" or "幺" => 1,
            "二" or "贰" or "两" => 2,
            "三" or "叁" => 3,
            "四" or "肆" => 4,
            "五" or "伍" => 5,
            "六" or "陆" => 6,
            "七" or "柒" => 7,
            "八" or "捌" => 8,
            "九" or "玖" => 9,
            [>= '1' and <= '9'] => bare[0] - '0',
            _ => null,
        };
    }

    private static FrozenDictionary<string, Intent> Read()
    {
        using var stream = typeof(Commands).Assembly.GetManifestResourceStream("commands.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .SelectMany(e => e.Value.EnumerateArray().Select(p => KeyValuePair.Create(Normal.Bare(p.GetString()!), Enum.Parse<Intent>(e.Name))))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
