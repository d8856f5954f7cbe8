using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Showing who one is (绑定身份): an officer, checker or volunteer sends the words that the desk shows. The bot never asks anybody for a code.</summary>
internal static partial class Tying
{
    [GeneratedRegex("^(?:身份)?绑定(?:身份|手机)?[\\s:：,，]*(?<code>[0-9A-Za-z](?:[\\s-]?[0-9A-Za-z]){5,23})[。.!！]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Code();

    [GeneratedRegex("^(?:你好,?)?(?:我|俺)是(?:你们|我们)?(?:村|村里|村上)?的?(?:志愿者|代办员|经办人|复核人)(?!.*的(?:妈|爸|儿|女|家))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex IAm();

    /// <summary>The answer to "绑定 K7M2QX9D" and "解除绑定"; null where the text is neither.</summary>
    public static Talk? Hear(Talk talk, string text)
    {
        if (text is "解除绑定" or "取消绑定" or "解绑")
            return talk.Done().Do(new Untie());
        if (Code().Match(text) is { Success: true } match)
            return talk.Done().Do(new TieMyself(Bare(match.Groups["code"].Value)));
        if (IAm().IsMatch(text))
            return talk.Knowledge.Volunteer is not null ? ForOther.Ask(talk) : talk.Knowledge.Officer is not null ? null : talk.Say("tie.how");
        return text is "绑定" or "绑定身份" or "绑定手机" or "身份绑定" ? talk.Say("tie.how") : null;
    }

    public static Talk Tell(Talk talk, TieAnswered answer) => answer switch
    {
        { Refusal: { } refusal } => talk.Say("tie.refused", ("why", Plain.Told(refusal, 200))),
        { Role: "volunteer" } => Start(talk, answer).Say("tie.volunteer", ("name", Plain.Words(answer.Name, 20))),
        _ => Start(talk, answer).Say("tie.officer", ("name", Plain.Words(answer.Name, 20)), ("role", talk.Words($"role.{answer.Role}"))),
    };

    public static Talk Tell(Talk talk, Untied answer) => talk.Say(answer.WasTied ? "untie" : "untie.none");

    /// <summary>Whoever is known to the village has chosen the village with it.</summary>
    private static Talk Start(Talk talk, TieAnswered answer) =>
        talk.Done().Remember(s => s with { Village = answer.Village ?? s.Village, Listed = [] });

    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
