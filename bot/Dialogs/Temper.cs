using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Somebody is angry or sad (生气、难过) and asks nothing with it. Whoever swears and asks where his money is, hears where it is.</summary>
internal static partial class Temper
{
    [GeneratedRegex("^生气$|[气急烦]死|[真太]气人|他妈|特么|(?:^|[,，。!! ])妈的|操你|混蛋|王八|放屁|狗屁|狗东西|猪(?:吗|啊|头|脑)|傻[逼瓜]|白痴|蠢[货猪]|^垃圾[啊!。]*$|垃圾[东系机]|^滚(?:蛋|开|吧|远)?[。!]*$|耍(?:我|人|猴)|什么(?:破|烂|鬼)(?:东西|玩意|系统|机器)|干什么吃的|吃干饭|[没丧]良心|黑心|坑[我人]|糊弄(?:我|人|老百姓)|不像话|欺负(?:我|人|老百姓)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Angry();

    [GeneratedRegex("^难过$|心里(?:苦|堵|不好受|难过)|命苦|日子.{0,3}(?:怎么|没法|难)过|愁死", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Sad();

    /// <summary>莫再给我发消息了，烦死个人.</summary>
    [GeneratedRegex("[别莫不勿停].{0,5}(?:发|吵|打扰|推送)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LeaveMe();

    /// <summary>Wishes that are answered whatever they are said with.</summary>
    private static readonly FrozenSet<Intent> Wishes = FrozenSet.Create(
        Intent.Progress, Intent.Payment, Intent.Why, Intent.Objection, Intent.Human, Intent.Correct, Intent.Fraud, Intent.Delete, Intent.WithdrawConsent, Intent.BankCard);

    public static Talk? Hear(Talk talk, Heard heard) =>
        heard.IsCommand || Wishes.Contains(heard.Intent) || (heard.Intent == Intent.Stop && LeaveMe().IsMatch(heard.Text)) || talk.Knowledge.Officer is not null || talk.State.Waiting is "correct" or "objection" or "objection.other" or "appeal" ? null
        : Angry().IsMatch(heard.Text) ? talk.Say("anger")
        : Sad().IsMatch(heard.Text) ? talk.Say("sorrow")
        : null;
}
