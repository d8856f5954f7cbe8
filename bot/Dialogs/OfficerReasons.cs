using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Bot.Dialogs;

/// <summary>Why an officer sends a claim back or refuses it (退回、不予补助的理由): one of the numbered reasons, chosen from a menu or told from the officer's words, which go with it.</summary>
internal static class OfficerReasons
{
    public const string Waiting = "officer-return-why";

    /// <summary>Words that say which reason is meant; the first that fits.</summary>
    private static readonly (string[] Words, int Return)[] Telling =
    [
        (["看不清", "不清楚", "模糊", "糊", "反光", "拍得"], 52),
        (["名字", "姓名", "身份证", "不是本人", "不是同一个人"], 53),
        (["金额", "钱数", "费用对不上", "总额"], 54),
        (["日期", "日子", "时间对不上"], 55),
        (["证明"], 56),
        (["缺", "少", "没有", "漏", "不全", "补"], 51),
    ];

    /// <summary>Offers the reasons; those a villager would ask about most stand first in the list already.</summary>
    public static Talk Ask(Talk talk, string person, string to) =>
        talk.Remember(s => s with { Waiting = Waiting }).Offer(Waiting, [.. Of(to).Select(Words)], ("person", person), ("action", Catalogue.Text($"action.{to}")));

    /// <summary>The reason chosen, or told from free words; null where nothing was said.</summary>
    public static (int Number, string Words)? Read(string to, string text)
    {
        var words = Plain.Words(text, 200);
        if (words.Length == 0)
            return null;
        if (Of(to).FirstOrDefault(reason => Words(reason) == words) is { } chosen)
            return (chosen.Number, "");
        var told = to == "returned" ? Array.Find(Telling, t => Array.Exists(t.Words, word => words.Contains(word, StringComparison.Ordinal))).Return : 0;
        return (told > 0 ? told : to == "returned" ? Reason.OtherReturn : Reason.OtherRefusal, words);
    }

    /// <summary>Whether the reason says nothing without words of the officer's own.</summary>
    public static bool WantsWords(int number) => number is Reason.OtherReturn or Reason.OtherRefusal or 56;

    /// <summary>The reason as the villager will read it.</summary>
    public static string Spoken(int number, string words) => number is Reason.OtherReturn or Reason.OtherRefusal || Reason.Of(number) is not { } reason
        ? words
        : words.Length == 0 ? Words(reason) : $"{Words(reason)}，{words}";

    /// <summary>At most nine, so that each has a number of one figure; what the rules find out themselves is refused by them.</summary>
    private static IEnumerable<Reason> Of(string to) => to == "returned"
        ? Reason.Returns
        : Reason.Refusals.Where(reason => reason.Number is not (Reason.Waiting or Reason.SameIllness or Reason.YearlyCap or Reason.NotInPlan));

    private static string Words(Reason reason) => Plain.Words(reason.Chinese.TrimEnd('。'), 30);
}
