using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>What the intent model looks at (特征): runs of one to four characters, runs of two and three with characters that sound alike folded together, and what kind of sentence it is.</summary>
internal static partial class IntentFeatures
{
    /// <summary>A grandchild who types for a grandparent: 奶奶问, 我爷爷让我来问一下.</summary>
    [GeneratedRegex("^(?:那个|是这样|帮)?亲人(?:想|说|要|叫|让|喊|托)?(?:我|你)?(?:来|帮)?(?:问|知道|说)(?:一下|一哈|下|问|道)?[,，]?(?!不)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Reported();

    /// <summary>Dialect and spoken forms, longest first, brought to the common one.</summary>
    private static readonly (string From, string To)[] Common =
    [
        ("么子", "什么"), ("啥子", "什么"), ("啥玩意儿", "什么"), ("什么玩意儿", "什么"), ("为啥子", "为什么"), ("为啥", "为什么"), ("为嘛", "为什么"), ("点解", "为什么"), ("几时", "什么时候"), ("啥时候", "什么时候"), ("啥前儿", "什么时候"), ("啥辰光", "什么时候"), ("何时", "什么时候"),
        ("几多", "多少"), ("几钿", "多少钱"), ("几钱", "多少钱"), ("好多钱", "多少钱"), ("咋个", "怎么"), ("点样", "怎么"), ("哪能", "怎么"), ("咋整", "怎么办"), ("点算", "怎么办"), ("咋样", "怎么样"), ("啥", "什么"), ("咋", "怎么"), ("乜嘢", "什么"), ("乜", "什么"), ("边个", "哪个"), ("边度", "哪里"),
        ("唔该晒", "谢谢"), ("唔该", "麻烦"), ("多谢", "谢谢"), ("唔系", "不是"), ("唔", "不"), ("呒没", "没有"), ("呒", "没"), ("冇", "没"), ("喺度", "在"), ("喺", "在"), ("嘅", "的"), ("咗", "了"), ("佢", "他"), ("俾", "给"), ("畀", "给"), ("睇", "看"), ("攞", "拿"), ("倾", "谈"), ("咯", "了"), ("伐", "吗"), ("噻", ""), ("撒", ""), ("哈", ""), ("呗", ""), ("嘛", ""), ("咧", "了"), ("脱", "掉"),
        ("俺们", "我们"), ("咱们", "我们"), ("阿拉", "我"), ("伲", "我们"), ("俺", "我"), ("咱", "我"), ("恁", "你"), ("侬", "你"), ("您", "你"), ("勿", "不"), ("弗", "不"), ("莫", "不"), ("晓得", "知道"), ("告诉", "说"), ("讲", "说"), ("铜钿", "钱"), ("洋钿", "钱"), ("钞票", "钱"), ("老铁", ""), ("唠", "说"), ("整", "弄"),
    ];

    private static readonly SearchValues<char> Asking = SearchValues.Create("吗么伐哪谁几");

    private static readonly SearchValues<char> Denying = SearchValues.Create("不没别勿莫");

    /// <summary>Distinct features of a text, in order of appearance.</summary>
    public static IReadOnlyList<string> Of(string raw)
    {
        var text = $"^{Illnesses.Mask(Reduce(raw))}$";
        var features = new List<string>();
        for (var length = 1; length <= 4; length++)
        {
            for (var i = 0; i + length <= text.Length; i++)
                features.Add(text.Substring(i, length));
        }
        var sound = Sounds.Fold(text);
        for (var i = 0; i + 2 <= sound.Length; i++)
            features.Add($"~{sound.AsSpan(i, 2)}");
        for (var i = 0; i + 3 <= sound.Length; i++)
            features.Add($"~{sound.AsSpan(i, 3)}");
        features.AddRange(Kinds(raw, text));
        var concepts = Concepts.In(text);
        for (var i = 0; i < concepts.Count; i++)
        {
            features.Add($"={concepts[i]}");
            features.AddRange(concepts.Skip(i + 1).Select(other => $"={concepts[i]} {other}"));
        }
        return [.. features.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Question, denial, how it begins and ends, how long it is.</summary>
    private static IEnumerable<string> Kinds(string raw, string text)
    {
        var asks = raw.AsSpan().ContainsAny('?', '？') || text.AsSpan().ContainsAny(Asking) || text.Contains("什么", StringComparison.Ordinal) || text.Contains("怎么", StringComparison.Ordinal) || text.Contains("多少", StringComparison.Ordinal);
        var denies = text.AsSpan().ContainsAny(Denying);
        yield return asks ? "=asks" : "=tells";
        if (denies)
            yield return asks ? "=denies asking" : "=denies";
        yield return text.Length switch { <= 5 => "=short", <= 10 => "=middling", <= 20 => "=long", _ => "=rambling" };
    }

    /// <summary>The text without what does not matter to its meaning: punctuation, which amount, which relative.</summary>
    public static string Reduce(string raw)
    {
        var text = MaskAmounts(AmountText.Prepare(raw));
        foreach (var (from, to) in Common)
            text = text.Replace(from, to, StringComparison.Ordinal);
        text = Reported().Replace(Persons.Mask(text), "");
        var reduced = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var kept = char.IsAsciiDigit(c) ? '#' : c;
            if ((char.IsLetter(kept) || kept is '#') && !(kept == '#' && reduced.Length > 0 && reduced[^1] == '#'))
                reduced.Append(kept);
        }
        return reduced.Length > 60 ? reduced.ToString(0, 24) + reduced.ToString(reduced.Length - 36, 36) : reduced.ToString(); // what is wanted mostly stands at the end
    }

    private static string MaskAmounts(string text)
    {
        foreach (var amount in Amounts.In(text).OrderByDescending(a => a.Start))
            text = string.Concat(text.AsSpan(0, amount.Start), "#", text.AsSpan(amount.Start + amount.Length));
        return text;
    }
}
