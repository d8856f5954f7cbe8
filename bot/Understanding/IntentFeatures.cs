using System.Buffers;
using System.Text;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>What the intent model looks at (特征): runs of one to four characters, runs of two with characters that sound alike folded together, and what kind of sentence it is.</summary>
internal static class IntentFeatures
{
    /// <summary>Dialect and spoken forms, longest first, brought to the common one.</summary>
    private static readonly (string From, string To)[] Common =
    [
        ("么子", "什么"), ("啥子", "什么"), ("为啥", "为什么"), ("为嘛", "为什么"), ("几时", "什么时候"), ("啥时候", "什么时候"), ("啥辰光", "什么时候"), ("何时", "什么时候"),
        ("几多", "多少"), ("几钿", "多少钱"), ("几钱", "多少钱"), ("咋个", "怎么"), ("哪能", "怎么"), ("咋整", "怎么办"), ("咋样", "怎么样"), ("啥", "什么"), ("咋", "怎么"),
        ("俺们", "我们"), ("咱们", "我们"), ("阿拉", "我"), ("俺", "我"), ("咱", "我"), ("恁", "你"), ("侬", "你"), ("您", "你"), ("勿", "不"), ("弗", "不"), ("莫", "不"), ("冇", "没"), ("晓得", "知道"), ("告诉", "说"), ("铜钿", "钱"), ("钞票", "钱"),
    ];

    /// <summary>Characters that speech and hasty typing mix up, in the words of this matter.</summary>
    private static readonly string[] Alike =
    [
        "报抱爆保宝暴", "销消肖宵", "补不卜布步捕", "助住主注祝住煮", "进近劲尽", "度渡杜肚", "银音因", "卡咖", "航行杭", "钱前签千", "单担旦但", "资自子紫滋", "料了聊", "院远愿元", "费废肺飞",
        "同通童", "意一已以亿", "什神甚", "时是实十事式", "候后厚", "到道倒", "账帐仗张", "审申身", "核合和河", "公工宫", "示试", "医一依", "疗聊", "互户护", "删山闪", "除出初", "撤扯", "回会", "人仁",
        "替提", "办半伴", "查差茶", "明名", "少烧", "多都", "算酸蒜", "在再载", "哪那拿", "里理力", "发法罚", "领令另", "病并", "做作坐", "骗片", "码吗嘛妈", "停听", "换还", "错搓",
    ];

    private static readonly SearchValues<char> Asking = SearchValues.Create("吗么伐哪谁几");

    private static readonly SearchValues<char> Denying = SearchValues.Create("不没别勿莫");

    private static readonly Dictionary<char, char> Sound = Alike.SelectMany(group => group.Select(c => (c, group[0]))).DistinctBy(p => p.c).ToDictionary(p => p.c, p => p.Item2);

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
        var sound = string.Concat(text.Select(c => Sound.GetValueOrDefault(c, c)));
        for (var i = 0; i + 2 <= sound.Length; i++)
            features.Add($"~{sound.AsSpan(i, 2)}");
        features.AddRange(Kinds(raw, text));
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
        text = Persons.Mask(text);
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
